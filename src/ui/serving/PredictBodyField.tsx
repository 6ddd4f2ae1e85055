import { useMessages } from '../i18n/use-messages.ts';
import { askTexts } from './ask-texts.ts';

/** The raw body, free to be broken, with the usual ways to break it. */
export function PredictBodyField({
  body,
  joinKey,
  user,
  onChange,
}: {
  readonly body: string;
  readonly joinKey: string;
  readonly user: string;
  readonly onChange: (body: string) => void;
}) {
  const texts = useMessages(askTexts);
  const broken = [
    { name: texts.notJson, body: `{"${joinKey}": ${user}` },
    { name: texts.number, body: `{"${joinKey}": 42}` },
    { name: texts.empty, body: '' },
  ];
  return (
    <div className="entity">
      <label className="field">
        <span>{texts.body}</span>
        <textarea
          className="figure"
          rows={2}
          spellCheck={false}
          value={body}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      <p className="examples">
        <span className="hint">{texts.examples}</span>
        {broken.map((example) => (
          <button key={example.name} type="button" className="quiet" onClick={() => onChange(example.body)}>
            {example.name}
          </button>
        ))}
      </p>
    </div>
  );
}
