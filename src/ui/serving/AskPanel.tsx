import { findEntities } from '../../lab/serving/find-entities.ts';
import type { ServingState } from '../../lab/serving/read-serving.ts';
import { composeRequest, ROUTES, type RouteName } from '../../lab/serving/send-request.ts';
import { useAddressParams } from '../address-params.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab } from '../workspace-queries.ts';
import { AnswerFeatures } from './AnswerFeatures.tsx';
import { askTexts } from './ask-texts.ts';
import { EntityField } from './EntityField.tsx';
import { PredictBodyField } from './PredictBodyField.tsx';
import { ResponseView } from './ResponseView.tsx';
import { SituationList } from './SituationList.tsx';
import type { Asking } from './use-asking.ts';
import { useRequestBody } from './use-request-body.ts';
import { WireRequest } from './WireRequest.tsx';

/** Composes a request, sends it, and shows what came back and from what. */
export function AskPanel({ state, asking }: { readonly state: ServingState; readonly asking: Asking }) {
  const texts = useMessages(askTexts);
  const { params, change } = useAddressParams();
  const joinKey = state.status.options?.joinKey ?? 'user_id';
  const { data: entities } = useLab(['features', 'clock'], ['entities', joinKey], (workspace) =>
    findEntities(workspace, joinKey),
  );
  const route = ROUTES.find((name) => name === params.get('route')) ?? 'predict';
  const user = params.get('user') ?? entities?.complete ?? '';
  const { body, setBody } = useRequestBody(joinKey, user);
  const request = composeRequest(route, { user, body });
  const namesEntity = route === 'predict' || route === 'features';
  return (
    <div className="ask">
      <form
        className="ask-request"
        onSubmit={(event) => {
          event.preventDefault();
          asking.send(request);
        }}
      >
        <label className="field">
          <span>{texts.route}</span>
          <select
            className="figure"
            value={route}
            onChange={(event) => change({ route: event.target.value as RouteName }, { replace: true })}
          >
            {ROUTES.map((name) => (
              <option key={name} value={name}>
                {texts[name]}
              </option>
            ))}
          </select>
        </label>
        {namesEntity && (
          <EntityField
            entities={entities}
            user={user}
            onChange={(id) => {
              setBody(null);
              change({ user: id }, { replace: true });
            }}
          />
        )}
        {route === 'predict' && (
          <PredictBodyField body={body} joinKey={joinKey} user={user} onChange={setBody} />
        )}
        <div className="actions">
          <button type="submit" className="primary" disabled={asking.isPending}>
            {texts.send}
          </button>
        </div>
        <ErrorNotice error={asking.error} />
      </form>
      <ResponseView key={asking.nAnswers} exchange={asking.exchange} />
      <WireRequest request={request} />
      {asking.exchange !== null && <AnswerFeatures response={asking.exchange.response} views={state.views} />}
      <SituationList state={state} />
    </div>
  );
}
