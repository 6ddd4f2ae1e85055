import { Component, type ReactNode } from 'react';

interface OutputBoundaryProps {
  readonly message: string;
  readonly children: ReactNode;
}

/** Keeps an output that cannot be drawn, such as a damaged table of an imported file, from taking the page with it. */
export class OutputBoundary extends Component<OutputBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <p className="hint">{this.props.message}</p> : this.props.children;
  }
}
