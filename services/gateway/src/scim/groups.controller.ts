import { Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import type { PostRow } from '@redress/contracts/directory/posts';
import { Envelope } from '@redress/contracts/envelope';
import { Acting } from '../session/session.guard.js';
import { GROUP_SHAPE } from './attributes.js';
import { groupOf, groupSaidIn, membersIn, type SaidOfGroup } from './group.js';
import { Holdings } from './holdings.js';
import { type Listed, pageOf, shownAs, wantedIn } from './list.js';
import { patchedBy } from './patch.js';
import { AnswersScim, Asked, type Asking, SaysWhere, ScimRoutes, Sent } from './routes.js';
import { immutable, invalid, notThere } from './scim-error.js';

/** Posts, by code: each is there already, and is taken and left. */
@ScimRoutes('Groups')
export class GroupsController {
  constructor(private readonly holdings: Holdings) {}

  @Get()
  @AnswersScim()
  async list(@Asked() { query, base }: Asking, @Acting() { actor }: Envelope): Promise<Listed> {
    const { is, equal: [name, text] = ['', ''] } = wantedIn(GROUP_SHAPE, query);
    const isByCode = name === 'displayName' || name === 'externalId';
    const posts = await this.holdings.find(isByCode ? { code: text } : {}, actor);
    const groups = posts.map((post) => groupOf(post, base));
    return pageOf(groups.filter(is), query, shownAs(query));
  }

  @Get(':id')
  @AnswersScim()
  async read(@Asked() asking: Asking, @Acting() envelope: Envelope): Promise<object> {
    return this.shown(await this.postWith(asking.id, envelope), asking);
  }

  /** Takes the post over that it names: none is made here, for what it is for is not said. */
  @Post()
  @AnswersScim()
  @SaysWhere()
  async create(@Sent() body: object, @Asked() asking: Asking, @Acting() envelope: Envelope): Promise<object> {
    const { codes, members } = groupSaidIn(body);
    if (codes.length === 0) throw invalid('displayName', 'is missing; it is the code of a post');
    for (const code of codes) {
      const [post] = await this.holdings.find({ code }, envelope.actor);
      if (post) return this.held(post, members, envelope, asking);
    }
    throw invalid(
      'displayName',
      'must be the code of a post that there is; posts are made by import, or over the API',
    );
  }

  @Put(':id')
  @AnswersScim()
  async replace(
    @Sent() body: object,
    @Asked() asking: Asking,
    @Acting() envelope: Envelope,
  ): Promise<object> {
    const post = await this.postWith(asking.id, envelope);
    const said = groupSaidIn(body);
    mustName(post, said);
    return this.held(post, said.members, envelope, asking);
  }

  @Patch(':id')
  @AnswersScim()
  async change(@Sent() body: object, @Asked() asking: Asking, @Acting() envelope: Envelope): Promise<object> {
    const post = await this.postWith(asking.id, envelope);
    const { members, ...group } = groupOf(post, asking.base);
    const before = { ...group, members: members.map(({ value }) => ({ value })) };
    const after = patchedBy(GROUP_SHAPE, before, body);
    mustName(post, groupSaidIn({ displayName: after['displayName'] }));
    const left = after['members'];
    return this.held(post, Array.isArray(left) ? membersIn(left) : [], envelope, asking);
  }

  /** The post stays, and is vacant. */
  @Delete(':id')
  @HttpCode(204)
  async remove(@Asked() { id }: Asking, @Acting() envelope: Envelope): Promise<void> {
    await this.holdings.hold(await this.postWith(id, envelope), [], envelope);
  }

  private async held(
    post: PostRow,
    members: readonly string[] | undefined,
    envelope: Envelope,
    asking: Asking,
  ): Promise<object> {
    if (members) await this.holdings.hold(post, members, envelope);
    return this.shown(await this.postWith(post.id, envelope), asking);
  }

  private shown(post: PostRow, { base, query }: Asking): object {
    return shownAs(query)(groupOf(post, base));
  }

  private async postWith(id: string, { actor }: Envelope): Promise<PostRow> {
    const post = await this.holdings.withId(id, actor);
    if (!post) throw notThere('Group', id);
    return post;
  }
}

const mustName = ({ code }: PostRow, { codes }: SaidOfGroup): void => {
  if (codes.length > 0 && !codes.includes(code))
    throw immutable('displayName', 'is the code of the post, and never changes');
};
