import type { Page } from 'playwright';

/** One picture, or the same at each width: where it is, and what is done before it is taken. */
export interface Scene {
  /** Of the picture's file; a part of it chooses the scene on the command line. */
  readonly name: string;
  /** Within the hash. */
  readonly address: string;
  /** 'full': the lab that all full scenes share, in order; 'empty' and 'own': one for this scene, as new. */
  readonly lab: 'full' | 'empty' | 'own';
  /** Runs in the page before the app does. */
  readonly initScript?: string;
  /** Something of the page that must be in sight first; its heading where left out. */
  readonly waitFor?: string;
  /** What a person does there before the picture; `appUrl` is the address without hash. */
  act?(page: Page, appUrl: string): Promise<void>;
  /** Only what is in the window, for what lies over the page. */
  readonly isWindow?: boolean;
}
