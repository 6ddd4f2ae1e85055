import { BackupReminder } from '../storage/BackupReminder.tsx';
import { VersionNotice } from './VersionNotice.tsx';

/** What the page has to say by itself, below the bar: never in the way, and fetched after the page. */
export function Notices() {
  return (
    <>
      <VersionNotice />
      <BackupReminder />
    </>
  );
}
