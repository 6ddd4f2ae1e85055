// danfojs without its plotting half. By path: the package's `exports` name only the half with plots.
import * as danfojs from '../../../node_modules/danfojs/dist/danfojs-base/index.js';

export default danfojs;
