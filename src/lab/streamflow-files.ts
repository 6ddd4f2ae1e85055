import manifestUrl from '../../datasets/streamflow/manifest.json?url';
import type { DatasetFiles } from '../core/snapshots/dataset-manifest.ts';

/** The built addresses of the dataset's Parquet files, by path. */
const urls = import.meta.glob<string>('../../datasets/streamflow/*.parquet', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** The shipped dataset, fetched from where the app itself came from. */
export const streamflowFiles: DatasetFiles = {
  read: async (name) => {
    const url = name === 'manifest.json' ? manifestUrl : urls[`../../datasets/streamflow/${name}`];
    if (url === undefined) throw new Error(`the build holds no ${name}`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    return response.arrayBuffer();
  },
};
