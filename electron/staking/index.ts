export { type Catalog, createCatalog } from './catalog.ts';
