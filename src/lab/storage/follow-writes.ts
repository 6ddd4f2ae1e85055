import { type LabChange, onChangeElsewhere, onChangeHere } from '../tabs/lab-changes.ts';
import { noteWrite } from './backup-state.ts';
import { persistAfterWrite } from './persistence.ts';

/** Does what must follow the student's work: counts it until the next backup, and has the browser keep it. */
export function followWrites(): void {
  const follow = (change: LabChange): void => {
    if (change.kind !== 'written') return;
    noteWrite();
    void persistAfterWrite(change.collections);
  };
  onChangeHere(follow);
  // A training in a worker is this page's work too.
  onChangeElsewhere(follow);
}
