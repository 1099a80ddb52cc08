/** What our JSON of documents says it is: written by the export, believed by the import. */
export const JSON_FORMAT = 'heirloom-documents';
/** The newest form of it. A reader that meets a higher one says so and takes nothing. */
export const JSON_FORMAT_VERSION = 1;
