/** The machine and its user, as the system knows them. */
export interface Machine {
  readonly host: string;
  readonly user: string;
  /** -1 on Windows. */
  readonly uid: number;
  /** The user's home by the system's own records, whatever HOME says. */
  readonly ownHome: string;
  /** The system's folder for temporary files. */
  readonly tmp: string;
}
