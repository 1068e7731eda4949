import type { Officer, Posts } from '../sign-in/posts.js';
import { cityOf } from './place.js';

/** The unit that owes a fix: its head answers for it, and the responsible person does the work. */
export type ResponsibleUnit = { readonly head: Officer; readonly responsible: Officer };

const OFFICE = 'redress.office';

/**
 * The organisation in which cases run: an office, an inspection team, a leading group, an auditor, and one unit a
 * place. Each is set up when it is first needed, and found as it is when it is there.
 */
export class Organisation {
  private readonly made = new Map<string, Promise<unknown>>();

  constructor(private readonly posts: Posts) {}

  office(): Promise<Officer> {
    return this.once('office', async () => {
      await this.group();
      await this.posts.establish({ code: OFFICE, name: "Leading group's office", parent: 'redress.group' });
      return this.posts.fill({
        code: 'redress.office.clerk',
        unit: OFFICE,
        title: 'Clerk of the office',
        role: 'office',
        holder: 'Clerk of the office',
      });
    });
  }

  inspector(): Promise<Officer> {
    return this.once('inspector', () =>
      this.alone('redress.inspection', 'Inspection team', 'Head of the inspection team', 'inspection'),
    );
  }

  auditor(): Promise<Officer> {
    return this.once('auditor', () => this.alone('redress.audit', 'Audit', 'Auditor', 'auditor'));
  }

  /** The unit of a place; without one, the office's own. */
  unitOf(place: string | undefined): Promise<ResponsibleUnit> {
    return this.once(`unit ${place ?? ''}`, async () => {
      const unit = place === undefined ? OFFICE : await this.placed(place);
      const name = place ?? 'the office';
      const post = (part: string, title: string): Promise<Officer> =>
        this.posts.fill({ code: `${unit}.${part}`, unit, title, role: 'unit', holder: title });
      if (place === undefined) await this.office();
      const [head, responsible] = await Promise.all([
        post('head', `Head of ${name}`),
        post('responsible', `Responsible person of ${name}`),
      ]);
      return { head, responsible };
    });
  }

  private group(): Promise<Officer> {
    return this.once('group', () =>
      this.alone('redress.group', 'Leading group', 'Head of the leading group', 'leading-group'),
    );
  }

  private placed(place: string): Promise<string> {
    return this.once(`place ${place}`, async () => {
      const city = cityOf(place);
      const parent = city === undefined ? undefined : await this.placed(city);
      const code = `place.${place}`;
      await this.posts.establish({ code, name: place, ...(parent && { parent }) });
      return code;
    });
  }

  /** A unit with one post. */
  private async alone(
    unit: string,
    name: string,
    title: string,
    role: 'inspection' | 'auditor' | 'leading-group',
  ): Promise<Officer> {
    await this.posts.establish({ code: unit, name });
    return this.posts.fill({ code: `${unit}.head`, unit, title, role, holder: title });
  }

  private once<Made>(what: string, make: () => Promise<Made>): Promise<Made> {
    const known = this.made.get(what) as Promise<Made> | undefined;
    const made = known ?? make();
    this.made.set(what, made);
    return made;
  }
}
