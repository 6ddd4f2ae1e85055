import { session } from '../lab/session/session.ts';
import { settleRestoreFirst } from '../lab/storage/settle-restore-first.ts';
import { fetchAhead } from './fetch-ahead.ts';
import { followSession } from './theme/follow-session.ts';
import './theme/theme.css';
import './parts/parts.css';
import './shell/shell.css';

followSession();
settleRestoreFirst();
const ahead = fetchAhead(location.hash.slice(1));
void import('./start-app.tsx').then(({ startApp }) => startApp(ahead));

// The browser reads its tables of languages when it is first asked, which takes a phone a quarter of a second: now, while
// the app is still on its way.
const { language } = session.getState();
new Intl.Locale(language).maximize();
new Intl.NumberFormat(language).format(0);
new Intl.DateTimeFormat(language).format(0);
