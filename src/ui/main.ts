import { settleRestoreFirst } from '../lab/storage/settle-restore-first.ts';
import { fetchAhead } from './fetch-ahead.ts';
import './theme/theme.css';
import './parts/parts.css';
import './shell/shell.css';

settleRestoreFirst();
const ahead = fetchAhead(location.hash.slice(1));
void import('./start-app.tsx').then(({ startApp }) => startApp(ahead));
