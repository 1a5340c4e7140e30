// Port: who a token is. Tokens are stored as hashes only.

export interface Session {
  readonly tokenHash: string;
  readonly role: 'organiser' | 'facilitator' | 'observer' | 'participant';
  /** Account id, participant id, or for links an id of the session's own. */
  readonly subjectId: string;
  /** How a link's user wants to be called; others' names stand with their account or participant. */
  readonly name: string;
  /** Null for organisers. */
  readonly workshopId: string | null;
  readonly linkId: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export interface SessionStore {
  add(session: Session): Promise<void>;
  byHash(tokenHash: string): Promise<Session | undefined>;
  end(tokenHash: string): Promise<void>;
  /** Ends all sessions of a participant, or all that came by a link. Returns their hashes. */
  endOf(whose: { readonly subjectId: string } | { readonly linkId: string }): Promise<readonly string[]>;
  /** Forgets what expired before `now`. */
  sweep(now: number): Promise<void>;
}
