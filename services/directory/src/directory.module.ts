import { Module } from '@nestjs/common';
import { personEvents } from '@redress/contracts/directory/organisation.events';
import { hosting } from '@redress/hosting/hosting';
import { secretOf } from '@redress/hosting/kept-text';
import { OwnKeys } from '@redress/hosting/own-keys';
import { agreedUpon } from '@redress/hosting/secret-engine';
import { Roster } from '@redress/sealing/roster';
import { ConfirmErasureReaction } from './erase-person/confirm-erasure.reaction.js';
import { DestroyKeysReaction } from './erase-person/destroy-keys.reaction.js';
import { ErasePersonHandler } from './erase-person/erase-person.handler.js';
import { HoldPostHandler } from './hold-post/hold-post.handler.js';
import { IssueTokenHandler } from './issue-token/issue-token.handler.js';
import { Mint } from './issue-token/mint.js';
import { OperatorToken } from './operator-token/operator-token.js';
import { BelongingsHandler } from './membership/belongings.handler.js';
import { KeysHandler } from './keys/keys.handler.js';
import { FindPeopleHandler } from './find-people/find-people.handler.js';
import { JoinPostHandler } from './join-post/join-post.handler.js';
import { LeaveOrganisationHandler } from './leave-organisation/leave-organisation.handler.js';
import { LeavePostsReaction } from './leave-organisation/leave-posts.reaction.js';
import { LeaverSteps } from './leave-organisation/leaver-steps.js';
import { MembershipHandler } from './membership/membership.handler.js';
import { NamesHandler } from './names/names.handler.js';
import { peopleList } from './post-list/people.js';
import { PostListHandler } from './post-list/post-list.handler.js';
import { postList } from './post-list/post-list.js';
import { ReadingListHandler } from './reading-list/reading-list.handler.js';
import { readingList } from './reading-list/reading-list.js';
import { RecordReadingHandler } from './record-reading/record-reading.handler.js';
import { RecordTopicHandler } from './record-topic/record-topic.handler.js';
import { RecordUnitHandler } from './record-unit/record-unit.handler.js';
import { RegisterPersonHandler } from './register-person/register-person.handler.js';
import { NameDeputyHandler } from './name-deputy/name-deputy.handler.js';
import { NumbersHandler } from './roster/numbers.handler.js';
import { RosterFromLog } from './roster/roster-from-log.js';
import { StandingHandler } from './standing/standing.handler.js';
import { RotateTokenHandler } from './rotate-token/rotate-token.handler.js';
import { TokenListHandler } from './token-list/token-list.handler.js';
import { tokenList } from './token-list/token-list.js';
import { TopicListHandler } from './topic-list/topic-list.handler.js';
import { topicList } from './topic-list/topic-list.js';
import { UnitListHandler } from './unit-list/unit-list.handler.js';
import { unitList } from './unit-list/unit-list.js';
import { UnitNameHandler } from './unit-list/unit-name.handler.js';
import { UnitsUnderHandler } from './unit-list/units-under.handler.js';
import { WhoActsHandler } from './who-acts/who-acts.handler.js';

@Module({
  imports: [
    hosting('directory', {
      projections: [unitList, postList, peopleList, topicList, tokenList, readingList],
      reactions: [DestroyKeysReaction, ConfirmErasureReaction, LeavePostsReaction],
      needs: [LeaverSteps],
      seals: [personEvents],
      keepsKeys: true,
    }),
  ],
  controllers: [
    RecordUnitHandler,
    HoldPostHandler,
    JoinPostHandler,
    RegisterPersonHandler,
    LeaveOrganisationHandler,
    FindPeopleHandler,
    IssueTokenHandler,
    RotateTokenHandler,
    TokenListHandler,
    WhoActsHandler,
    KeysHandler,
    StandingHandler,
    NumbersHandler,
    NameDeputyHandler,
    ErasePersonHandler,
    RecordReadingHandler,
    ReadingListHandler,
    MembershipHandler,
    BelongingsHandler,
    UnitListHandler,
    UnitNameHandler,
    UnitsUnderHandler,
    PostListHandler,
    NamesHandler,
    RecordTopicHandler,
    TopicListHandler,
  ],
  providers: [
    OperatorToken,
    RosterFromLog,
    { provide: Roster, useFactory: ({ ring }: OwnKeys) => ring.roster, inject: [OwnKeys] },
    {
      provide: Mint,
      useFactory: async () =>
        new Mint(await agreedUpon('directory', 'directory.secret', await secretOf('directory'))),
    },
  ],
})
export class DirectoryModule {}
