import { LabError } from '../core/errors.ts';

/**
 * Why a database cannot be opened:
 * - 'forbidden': this browser, window or address keeps nothing;
 * - 'newer': a newer version of the lab wrote it;
 * - 'unreadable': the browser cannot read it, or it is none of the lab's.
 */
export type UnavailableReason = 'forbidden' | 'newer' | 'unreadable';

/**
 * Why an open database was closed from outside:
 * - 'deleted': something on this address deleted it;
 * - 'upgraded': a newer version of the lab opened it in another tab;
 * - 'taken-away': the browser closed it, as when the site's data are cleared.
 */
export type ClosedReason = 'deleted' | 'upgraded' | 'taken-away';

/** The stored data cannot be opened; the browser's own error is the cause. Nothing of it was changed. */
export class DatabaseUnavailableError extends LabError {
  override readonly name = 'DatabaseUnavailableError';
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason, message: string, hint: string) {
    super(message, hint);
    this.reason = reason;
  }

  /** What the browser's error on opening database `name` means. */
  static from(name: string, cause: unknown): DatabaseUnavailableError {
    return Object.assign(unavailable(name, cause), { cause });
  }

  /** A restore was cut off, and `cause` keeps it from being taken back. */
  static unsettled(cause: unknown): DatabaseUnavailableError {
    const message = cause instanceof Error ? cause.message : String(cause);
    return Object.assign(
      new DatabaseUnavailableError(
        'unreadable',
        `a restore was cut off and cannot be taken back: ${message}`,
        'make room on this computer and reload the page',
      ),
      { cause },
    );
  }
}

/** The database was open and is closed now; what was stored before is not touched by this. */
export class DatabaseClosedError extends LabError {
  override readonly name = 'DatabaseClosedError';
  readonly reason: ClosedReason;

  constructor(database: string, reason: ClosedReason) {
    super(`database '${database}' was closed: ${CLOSED[reason]}`, 'reload the page');
    this.reason = reason;
  }
}

/** The browser gives the lab no more room. Nothing of the write was kept, and nothing was lost. */
export class StorageFullError extends LabError {
  override readonly name = 'StorageFullError';

  static from(cause: unknown): StorageFullError {
    return Object.assign(
      new StorageFullError(
        'the browser gives the lab no more room: nothing of this step was kept, and nothing was lost',
        'save a backup on the page Storage, then delete runs or tables that you no longer need',
      ),
      { cause },
    );
  }
}

const CLOSED: Readonly<Record<ClosedReason, string>> = {
  deleted: 'it was deleted',
  upgraded: 'a newer version of the lab was opened in another tab',
  'taken-away': 'the browser took it away',
};

/**
 * What a browser throws where it keeps nothing: by its settings, in some private windows, on some addresses. Chromium
 * has an UnknownError for it, told by its text.
 */
const FORBIDDEN = ['SecurityError', 'InvalidStateError', 'NotAllowedError', 'ReferenceError', 'TypeError'];

function unavailable(name: string, cause: unknown): DatabaseUnavailableError {
  const { name: kind, message } = cause instanceof Error ? cause : new Error(String(cause));
  if (kind === 'VersionError') {
    return new DatabaseUnavailableError(
      'newer',
      `database '${name}' was written by a newer version of the lab`,
      'reload to get the newest version; your work is untouched',
    );
  }
  if (FORBIDDEN.includes(kind) || /denied permission/.test(message)) {
    return new DatabaseUnavailableError(
      'forbidden',
      `this browser keeps no data for this page: ${message}`,
      'allow this site to store data (private windows often forbid it) and reload',
    );
  }
  return new DatabaseUnavailableError(
    'unreadable',
    `database '${name}' cannot be opened: ${message}`,
    'reload the page; where that does not help, save what can be read and start anew',
  );
}
