import { useState } from 'react';
import type { HttpRequest } from '../../core/serving/http.ts';
import { type Exchange, sendRequest } from '../../lab/serving/send-request.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useLabAction } from '../workspace-queries.ts';
import { askTexts } from './ask-texts.ts';
import { outcomeTexts } from './outcome-texts.ts';

/** Asking the API, and the last answer, which stays until the next one is there. */
export interface Asking {
  readonly send: (request: HttpRequest) => void;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly exchange: Exchange | null;
  /** Counts answers, so that each is shown from its top. */
  readonly nAnswers: number;
}

/** Sends requests to the API and announces how they were answered. */
export function useAsking(): Asking {
  const texts = useMessages(askTexts);
  const outcomes = useMessages(outcomeTexts);
  const [{ exchange, nAnswers }, setAnswer] = useState<Pick<Asking, 'exchange' | 'nAnswers'>>({
    exchange: null,
    nAnswers: 0,
  });
  const { mutate, isPending, error } = useLabAction(['serving'], async (workspace, request: HttpRequest) => {
    const answered = await sendRequest(workspace, request);
    setAnswer((before) => ({ exchange: answered, nAnswers: before.nAnswers + 1 }));
    const outcome = answered.logged === null ? request.path : outcomes[answered.logged.outcome];
    announce(texts.answered(String(answered.response.status), outcome));
  });
  return { send: mutate, isPending, error, exchange, nAnswers };
}
