import type { AtThreshold } from '../../lab/runs/at-threshold.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { evaluationTexts } from './evaluation-texts.ts';

/** Who was called and who left, in four cells; the two mistakes are tinted and named. */
export function ConfusionTable({ at }: { readonly at: AtThreshold }) {
  const texts = useMessages(evaluationTexts);
  const formats = useFormats();
  const cell = (count: number, name: string, isMistake: boolean) => (
    <td {...(isMistake ? { 'data-mistake': true } : {})}>
      <strong>{formats.count(count)}</strong>
      {name}
    </td>
  );
  return (
    <div className="table-frame">
      <table className="run-confusion">
        <thead>
          <tr>
            <td />
            <th scope="col">{texts.called}</th>
            <th scope="col">{texts.notCalled}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{texts.leaves}</th>
            {cell(at.truePositives, texts.truePositive, false)}
            {cell(at.falseNegatives, texts.falseNegative, true)}
          </tr>
          <tr>
            <th scope="row">{texts.stays}</th>
            {cell(at.falsePositives, texts.falsePositive, true)}
            {cell(at.trueNegatives, texts.trueNegative, false)}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
