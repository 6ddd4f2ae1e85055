import { Link } from 'wouter';
import type { Reproduction } from '../../lab/runs/reproduce-run.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { runTexts } from './run-texts.ts';

/** Whether a run came out again, and what differs where it did not. */
export function ReproductionResult({ reproduction }: { readonly reproduction: Reproduction }) {
  const texts = useMessages(runTexts);
  const formats = useFormats();
  const { runId, differences } = reproduction;
  const link = <Link href={`/runs/${runId}`}>{texts.theNewRun}</Link>;
  if (differences.length === 0) {
    return (
      <p className="notice">
        <strong>✓ {texts.equal}</strong> {link}
      </p>
    );
  }
  const textOf = (value: unknown): string => {
    if (value === undefined) return texts.absent;
    return typeof value === 'string' ? value.slice(0, 24) : JSON.stringify(value);
  };
  return (
    <div className="notice" data-kind="caution">
      <strong>{texts.differs(formats.count(differences.length))}</strong> {link}
      <table className="table">
        <thead>
          <tr>
            <td />
            <th scope="col">{texts.before}</th>
            <th scope="col">{texts.again}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ field, first, second }) => (
            <tr key={field}>
              <th scope="row">
                <code>{field}</code>
              </th>
              <td className="figure">{textOf(first)}</td>
              <td className="figure">{textOf(second)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
