import { useState } from 'react';
import { COURSE_MODEL, registerRun } from '../../lab/runs/register-run.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { runTexts } from './run-texts.ts';

/** Makes a run's model a version of a registered model; the station of models takes it from there. */
export function RegisterModel({ runId }: { readonly runId: string }) {
  const texts = useMessages(runTexts);
  const [name, setName] = useState(COURSE_MODEL);
  const register = useLabAction(['models'], async (lab) => {
    const { version } = await registerRun(lab, runId, name);
    announce(texts.registeredNow(name, String(version)));
  });
  return (
    <>
      <form
        className="run-register"
        onSubmit={(event) => {
          event.preventDefault();
          register.mutate();
        }}
      >
        <label>
          <span className="hint">{texts.registerAs}</span>
          <input className="figure" value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <button type="submit" className="plain" disabled={register.isPending}>
          {texts.register}
        </button>
      </form>
      <ErrorNotice error={register.error} />
    </>
  );
}
