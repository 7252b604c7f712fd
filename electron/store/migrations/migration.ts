/** One numbered step of the schema. Steps are frozen once released and run in order, each in its own transaction. */
export interface Migration {
  /** PRAGMA user_version after the step. */
  readonly version: number;
  readonly sql: string;
}
