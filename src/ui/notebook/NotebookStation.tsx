import { useAddressParams } from '../address-params.ts';
import { NotebookListPage } from './NotebookListPage.tsx';
import { NotebookPage } from './NotebookPage.tsx';
import './notebook.css';

/** The station of notebooks: all of them, or one, as the address says. */
export function NotebookStation() {
  const { path } = useAddressParams();
  const [, , notebookId = ''] = path.split('/');
  if (notebookId === '') return <NotebookListPage />;
  return <NotebookPage key={notebookId} notebookId={notebookId} />;
}
