import { Suspense, useMemo } from 'react';
import type { Picture } from '../../../notebook/lesson/picture.ts';
import { AddressDefaults } from '../../address-params.ts';
import { fetched } from '../../fetched.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { benchTexts } from './bench-texts.ts';

// Each station's picture is fetched when a lesson first shows it.
const MapPicture = fetched(async () => (await import('./MapPicture.tsx')).MapPicture);
const FeaturePicture = fetched(async () => (await import('./FeaturePicture.tsx')).FeaturePicture);
const SnapshotPicture = fetched(async () => (await import('./SnapshotPicture.tsx')).SnapshotPicture);
const RunPicture = fetched(async () => (await import('./RunPicture.tsx')).RunPicture);
const StagePicture = fetched(async () => (await import('./StagePicture.tsx')).StagePicture);
const ServingPicture = fetched(async () => (await import('./ServingPicture.tsx')).ServingPicture);

/** One of the app's moving pictures over the lab of the lesson, set as the lesson says until it is moved. */
export function PictureView({ picture }: { readonly picture: Picture }) {
  const texts = useMessages(benchTexts);
  const defaults = useMemo(() => paramsOf(picture), [picture]);
  return (
    <AddressDefaults value={defaults}>
      <Suspense fallback={<p className="loading">{texts.settingUp}</p>}>
        <Station picture={picture} />
      </Suspense>
    </AddressDefaults>
  );
}

function Station({ picture }: { readonly picture: Picture }) {
  switch (picture.show) {
    case 'map':
      return <MapPicture station={picture.station ?? null} />;
    case 'timeline':
    case 'leakage':
      return <FeaturePicture show={picture.show} />;
    case 'snapshots':
      return <SnapshotPicture />;
    case 'threshold':
    case 'curve':
    case 'importances':
    case 'compare-runs':
      return <RunPicture picture={picture} />;
    case 'stages':
      return <StagePicture model={picture.model ?? null} />;
    case 'online':
    case 'request':
    case 'log':
      return <ServingPicture show={picture.show} />;
  }
}

/** A picture's parameters as its station has them in the address. */
function paramsOf(picture: Picture): Readonly<Record<string, string>> {
  switch (picture.show) {
    case 'timeline':
      return {
        ...(picture.customer !== undefined && { user: picture.customer }),
        ...(picture.asOf !== undefined && { at: picture.asOf }),
        ...(picture.ttlDays !== undefined && { ttl: String(picture.ttlDays) }),
        ...(picture.join !== undefined && { mode: picture.join }),
      };
    case 'leakage':
      return { built: 'yes', ...(picture.asOf !== undefined && { month: picture.asOf }) };
    case 'online':
    case 'request':
      return picture.customer === undefined ? {} : { user: picture.customer };
    default:
      return {};
  }
}
