// The columns of the tables of workshops and sessions, as the query builder sees them. Flags are 0 or 1, instants are ms.
// A type, not an interface: the query builder wants an index signature.
export type WorkshopTables = {
  settings: { name: string; value: string };
  accounts: { id: string; name: string; name_key: string; password: string; created_at: number };
  workshops: {
    id: string;
    owner_id: string;
    title: string;
    language: string;
    currency: string;
    time_zone: string;
    state: string;
    code: string | null;
    door_locked: number;
    shares_boards: number;
    created_at: number;
  };
  workshop_groups: { id: string; workshop_id: string; number: number; name: string; target_group: string; colour: number };
  workshop_boards: {
    id: string;
    workshop_id: string;
    group_id: string | null;
    kind: string;
    template: string;
    title: string;
    state: string;
    stage: string;
    authorship: string;
    ready: number;
    created_at: number;
    removed_at: number | null;
  };
  participants: {
    id: string;
    workshop_id: string;
    group_id: string | null;
    name: string;
    library: string;
    region: string;
    language: string;
    seats: number;
    joined_at: number;
    removed_at: number | null;
  };
  links: {
    id: string;
    workshop_id: string;
    role: string;
    label: string;
    secret_hash: string;
    once: number;
    used: number;
    created_at: number;
    revoked_at: number | null;
  };
  claims: { id: string; workshop_id: string; secret_hash: string; person: string; at: number; state: string; participant_id: string | null };
  late_contributions: { id: string; workshop_id: string; board_id: string; author: string; at: number; cards: string; state: string };
  sessions: {
    token_hash: string;
    role: string;
    subject_id: string;
    name: string;
    workshop_id: string | null;
    link_id: string | null;
    created_at: number;
    expires_at: number;
  };
};
