import { Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import type { RegisteredPerson } from '@redress/contracts/directory/leavers';
import { Envelope } from '@redress/contracts/envelope';
import { Acting } from '../session/session.guard.js';
import { USER_SHAPE } from './attributes.js';
import { type Listed, pageOf, shownAs, wantedIn } from './list.js';
import { ENTERPRISE } from './names.js';
import { patchedBy } from './patch.js';
import { isThere, Register } from './register.js';
import { AnswersScim, Asked, type Asking, SaysWhere, ScimRoutes, Sent } from './routes.js';
import { immutable, invalid, notThere, ScimError } from './scim-error.js';
import { type NumberField, numberField } from './settings.js';
import { type Said, saidIn, userOf } from './user.js';

/** People, by roster number. */
@ScimRoutes('Users')
export class UsersController {
  private readonly number: NumberField = numberField();

  constructor(private readonly register: Register) {}

  @Get()
  @AnswersScim()
  async list(@Asked() { query, base }: Asking, @Acting() envelope: Envelope): Promise<Listed> {
    const { is, equal } = wantedIn(USER_SHAPE, query);
    const people = await this.candidates(equal, envelope);
    const users = people.filter(isThere).map((person) => userOf(person, this.number, base));
    return pageOf(users.filter(is), query, shownAs(query));
  }

  @Get(':id')
  @AnswersScim()
  async read(@Asked() asking: Asking, @Acting() envelope: Envelope): Promise<object> {
    return this.shown(await this.personWith(asking.id, envelope), asking);
  }

  @Post()
  @AnswersScim()
  @SaysWhere()
  async create(@Sent() body: object, @Asked() asking: Asking, @Acting() envelope: Envelope): Promise<object> {
    const said = saidIn(body, this.number);
    const { rosterNumber } = said;
    if (rosterNumber === undefined) throw invalid(this.numberPath, 'is missing; it is the roster number');
    const [known] = await this.register.find({ rosterNumber }, envelope.actor);
    if (known?.userName !== undefined && isThere(known))
      throw taken(this.numberPath, 'is that of another user');
    return this.kept({ ...said, rosterNumber }, known, envelope, asking);
  }

  @Put(':id')
  @AnswersScim()
  async replace(
    @Sent() body: object,
    @Asked() asking: Asking,
    @Acting() envelope: Envelope,
  ): Promise<object> {
    const person = await this.personWith(asking.id, envelope);
    const before = userOf(person, this.number, asking.base);
    return this.changed(person, saidIn(body, this.number, before), envelope, asking);
  }

  @Patch(':id')
  @AnswersScim()
  async change(@Sent() body: object, @Asked() asking: Asking, @Acting() envelope: Envelope): Promise<object> {
    const person = await this.personWith(asking.id, envelope);
    const before = userOf(person, this.number, asking.base);
    const after = patchedBy(USER_SHAPE, before, body);
    return this.changed(person, saidIn(after, this.number, before), envelope, asking);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@Asked() { id }: Asking, @Acting() envelope: Envelope): Promise<void> {
    await this.register.remove(await this.personWith(id, envelope), envelope);
  }

  private changed(person: RegisteredPerson, said: Said, envelope: Envelope, asking: Asking): Promise<object> {
    const { rosterNumber } = person;
    if (said.rosterNumber !== undefined && said.rosterNumber !== rosterNumber)
      throw immutable(this.numberPath, 'is the roster number, and never changes');
    return this.kept({ ...said, rosterNumber }, person, envelope, asking);
  }

  private async kept(
    { rosterNumber, userName, externalId, name, active }: Said & { readonly rosterNumber: string },
    before: RegisteredPerson | undefined,
    envelope: Envelope,
    asking: Asking,
  ): Promise<object> {
    if (userName === undefined) throw invalid('userName', 'is missing');
    const others = await this.register.find({ userName }, envelope.actor);
    if (others.some((other) => other.id !== before?.id && isThere(other)))
      throw taken('userName', 'is that of another user');
    // Who was deleted and is created anew is there again, unless it is said otherwise.
    const stays = before === undefined || !before.hasLeft || !isThere(before);
    const standing = {
      rosterNumber,
      name: name ?? before?.name ?? userName,
      knownAs: { userName, ...(externalId !== undefined && { externalId }) },
      isActive: active ?? stays,
    };
    const id = await this.register.keep(standing, envelope);
    return this.shown(await this.personWith(id, envelope), asking);
  }

  private shown(person: RegisteredPerson, { base, query }: Asking): object {
    return shownAs(query)(userOf(person, this.number, base));
  }

  private async personWith(id: string, { actor }: Envelope): Promise<RegisteredPerson> {
    const person = await this.register.withId(id, actor);
    if (!person || !isThere(person)) throw notThere('User', id);
    return person;
  }

  /** Whom the register finds by itself, when that is enough; else everybody. */
  private async candidates(
    [name, text]: readonly [string, string] = ['', ''],
    { actor }: Envelope,
  ): Promise<readonly RegisteredPerson[]> {
    const byNumber = (): Promise<readonly RegisteredPerson[]> =>
      this.register.find({ rosterNumber: text }, actor);
    if (text !== '' && (name === this.number || name === `${ENTERPRISE}:employeeNumber`)) return byNumber();
    if (text !== '' && name === 'externalId') return this.register.find({ externalId: text }, actor);
    if (text === '' || name !== 'userName') return this.register.find({}, actor);
    const named = await this.register.find({ userName: text }, actor);
    return named.length > 0 ? named : byNumber();
  }

  private get numberPath(): string {
    return this.number === 'employeeNumber' ? `${ENTERPRISE}:employeeNumber` : this.number;
  }
}

const taken = (field: string, rule: string): ScimError =>
  new ScimError(409, 'uniqueness', `${field}: ${rule}`);
