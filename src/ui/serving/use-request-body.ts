import { useState } from 'react';
import { predictBody } from '../../lab/serving/send-request.ts';

/** The body to send: made from the chosen entity until it is edited by hand; null makes it anew. */
export function useRequestBody(joinKey: string, user: string) {
  const [edited, setBody] = useState<string | null>(null);
  return { body: edited ?? predictBody(joinKey, user), setBody };
}
