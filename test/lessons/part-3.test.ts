import { rehearsePart } from './rehearse-part.ts';

rehearsePart(3);
