import type { Role } from '@redress/contracts/envelope';
import type { Answered, Sender } from './sender.js';

/** Units by the one that they stand under. */
const UNITS = {
  campus: undefined,
  yard: 'campus',
  shed: 'yard',
  pool: 'campus',
  mill: undefined,
  bureau: undefined,
  registry: undefined,
  council: undefined,
  audit: undefined,
  watch: undefined,
  patrol: undefined,
  lookout: undefined,
} as const;
export type Unit = keyof typeof UNITS;

type Part = { readonly unit: Unit; readonly role: Role; readonly heads?: true; readonly recordsPast?: true };

/** Who acts here, each in a post that is called as they are. */
const PARTS = {
  office: { unit: 'bureau', role: 'office', heads: true, recordsPast: true },
  scribe: { unit: 'registry', role: 'office', recordsPast: true },
  leading: { unit: 'council', role: 'leading-group', heads: true },
  auditor: { unit: 'audit', role: 'auditor', heads: true },
  chief: { unit: 'watch', role: 'inspection', heads: true },
  member: { unit: 'patrol', role: 'inspection' },
  checker: { unit: 'lookout', role: 'inspection' },
  /** Heads the unit that most is about. */
  lead: { unit: 'yard', role: 'unit', heads: true, recordsPast: true },
  clerk: { unit: 'yard', role: 'unit' },
  /** Of the unit over it, and of one under it. */
  above: { unit: 'campus', role: 'unit', heads: true },
  below: { unit: 'shed', role: 'unit', heads: true },
  helper: { unit: 'pool', role: 'unit', heads: true },
  stranger: { unit: 'mill', role: 'unit', heads: true },
} as const satisfies Readonly<Record<string, Part>>;
export type Employed = keyof typeof PARTS;

/** `program` acts in the office's post with a key that is confined to opinions; `anybody` says not who they are. */
export type Who = Employed | 'operator' | 'program' | 'anybody';

export const EMPLOYED = Object.keys(PARTS) as readonly Employed[];
export const EVERYBODY: readonly Who[] = [...EMPLOYED, 'operator', 'program', 'anybody'];

const FROM = '2020-01-01';

type Known = {
  readonly person: string;
  readonly post: string;
  readonly unit: string;
  readonly token: string;
};

/** People of several units and roles, and what they are known by. */
export class Cast {
  private readonly known = new Map<string, Known>();

  private constructor(private readonly sender: Sender) {}

  static async hired(sender: Sender, operatorToken: string): Promise<Cast> {
    const cast = new Cast(sender);
    cast.known.set('operator', { person: '', post: '', unit: '', token: operatorToken });
    for (const [code, parent] of Object.entries(UNITS))
      await cast.arranged('PUT', `/units/${code}`, {
        name: `Unit ${code}`,
        from: FROM,
        ...(parent && { parent }),
      });
    for (const who of EMPLOYED) {
      const { unit, role, recordsPast, heads }: Part = PARTS[who];
      const rosterNumber = rosterOf(who);
      await cast.arranged('PUT', `/posts/${who}`, { unit, title: `Post of ${who}`, role, heads, from: FROM });
      await cast.arranged('PUT', `/people/${rosterNumber}`, { name: `Name of ${who}` });
      await cast.arranged('PUT', `/posts/${who}/holders/${rosterNumber}`, { from: FROM });
      await cast.letIn(who, { post: who, rosterNumber, ...(recordsPast && { recordsPast }) });
    }
    const scopes = ['opinions', 'organisation:read'];
    await cast.letIn('program', { post: 'office', rosterNumber: rosterOf('office'), scopes });
    return cast;
  }

  tokenOf(who: Who): string | undefined {
    return this.known.get(who)?.token;
  }

  /** A unit, person, post or roster number by the name of whoever it is of: `unit:lead`. */
  idOf(kind: string, who: string): string {
    if (kind === 'roster') return rosterOf(who);
    const id = new Map(Object.entries(this.known.get(who) ?? {})).get(kind);
    if (id === undefined) throw new Error(`there is no ${kind} of ${who}`);
    return id;
  }

  /** In which unit somebody acts as one of its own, and sees no more than is its. */
  unitOf(who: Who): string | undefined {
    const isOfUnit = EMPLOYED.some((one) => one === who && PARTS[one].role === 'unit');
    return isOfUnit ? this.known.get(who)?.unit : undefined;
  }

  /** By each token, the variable that stands for it where commands are written. */
  variables(): ReadonlyMap<string, string> {
    return new Map([...this.known].map(([who, { token }]) => [token, `TOKEN_${who.toUpperCase()}`]));
  }

  ids(kind: 'person' | 'post' | 'unit'): readonly string[] {
    return EMPLOYED.map((who) => this.idOf(kind, who));
  }

  private async letIn(who: Who, body: object): Promise<void> {
    const token = String((await this.arranged('POST', '/tokens', body))['token']);
    const { actor } = await this.arranged('GET', '/me', undefined, token);
    this.known.set(who, { ...(actor as Omit<Known, 'token'>), token });
  }

  private async arranged(
    method: string,
    path: string,
    body?: object,
    token = this.tokenOf('operator'),
  ): Promise<Readonly<Record<string, unknown>>> {
    const answered: Answered = await this.sender.send({
      ...{ operation: 'arranged', who: 'operator', method, path: `/api${path}` },
      headers: { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (answered.status >= 300) throw new Error(`${path} answered ${answered.bytes.toString()}`);
    return answered.json as Readonly<Record<string, unknown>>;
  }
}

const rosterOf = (who: string): string => `F-${who}`;
