import { Module } from '@nestjs/common';
import { hosting } from '@redress/hosting/hosting';
import { ChecklistListHandler } from './checklist-list/checklist-list.handler.js';
import { checklistList } from './checklist-list/checklist-list.js';
import { Checklists } from './checklist/checklists.js';
import { DeclareInterestHandler } from './declare-interest/declare-interest.handler.js';
import { FindConflictsHandler } from './find-conflicts/find-conflicts.handler.js';
import { FormTeamHandler } from './form-team/form-team.handler.js';
import { InterestListHandler } from './interest-list/interest-list.handler.js';
import { interestList } from './interest-list/interest-list.js';
import { JoinTeamHandler } from './join-team/join-team.handler.js';
import { Directory } from './organisation/directory.js';
import { overrideList } from './override-list/override-list.js';
import { OverrideRecusalHandler } from './override-recusal/override-recusal.handler.js';
import { PairUnitHandler } from './pair-unit/pair-unit.handler.js';
import { PublishChecklistHandler } from './publish-checklist/publish-checklist.handler.js';
import { Recusals } from './recusal/recusals.js';
import { RecusedMembers } from './recusal/recused-members.js';
import { ShippedChecklists } from './ship-checklists/shipped-checklists.js';
import { StationLiaisonHandler } from './station-liaison/station-liaison.handler.js';
import { TeamListHandler } from './team-list/team-list.handler.js';
import { teamList } from './team-list/team-list.js';

@Module({
  imports: [
    hosting('inspection', {
      projections: [teamList, interestList, overrideList, checklistList],
      reactions: [],
    }),
  ],
  providers: [Directory, Recusals, RecusedMembers, Checklists, ShippedChecklists],
  controllers: [
    FormTeamHandler,
    JoinTeamHandler,
    PairUnitHandler,
    StationLiaisonHandler,
    TeamListHandler,
    DeclareInterestHandler,
    OverrideRecusalHandler,
    InterestListHandler,
    FindConflictsHandler,
    PublishChecklistHandler,
    ChecklistListHandler,
  ],
})
export class InspectionModule {}
