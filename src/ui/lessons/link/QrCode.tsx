import { useMemo } from 'react';
import { Button } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
// uqr: draws QR codes in the page in 4 kB; a service would be told every link.
import { encode } from 'uqr';
import { useMessages } from '../../i18n/use-messages.ts';
import { ModalDialog } from '../../parts/ModalDialog.tsx';
import { linkTexts } from './link-texts.ts';

/** A code with more is too fine for a camera at the back of a room. */
const MAX_CHARS = 900;

/** The link as a code for the room, small and on request large. */
export function QrCode({ address }: { readonly address: string }) {
  const texts = useMessages(linkTexts);
  if (address.length > MAX_CHARS) return <p className="hint">{texts.qrTooLong}</p>;
  return (
    <div className="qr">
      <QrDrawing address={address} />
      <DialogTrigger>
        <Button className="plain">{texts.qrShow}</Button>
        <ModalDialog title={texts.qr}>{() => <QrDrawing address={address} />}</ModalDialog>
      </DialogTrigger>
    </div>
  );
}

function QrDrawing({ address }: { readonly address: string }) {
  const texts = useMessages(linkTexts);
  const { size, path } = useMemo(() => {
    const { data, size: modules } = encode(address, { ecc: 'L', border: 2 });
    const cells = data.flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return { size: modules, path: cells.join('') };
  }, [address]);
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={texts.qrLabel}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
