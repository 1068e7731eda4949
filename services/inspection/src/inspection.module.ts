import { Module } from '@nestjs/common';
import { interestEvents } from '@redress/contracts/inspection/interest.events';
import { visitEvents } from '@redress/contracts/inspection/visit.events';
import { hosting } from '@redress/hosting/hosting';
import { ChecklistListHandler } from './checklist-list/checklist-list.handler.js';
import { checklistList } from './checklist-list/checklist-list.js';
import { ChangeFindingHandler } from './change-finding/change-finding.handler.js';
import { Checklists } from './checklist/checklists.js';
import { CompareSelfCheckHandler } from './compare-self-check/compare-self-check.handler.js';
import { CoverageHandler } from './coverage/coverage.handler.js';
import { roundScopes } from './coverage/round-scopes.js';
import { DeclareInterestHandler } from './declare-interest/declare-interest.handler.js';
import { FillInVisitHandler } from './fill-in-visit/fill-in-visit.handler.js';
import { Writings } from './fill-in-visit/writings.js';
import { FindConflictsHandler } from './find-conflicts/find-conflicts.handler.js';
import { ActingOnFindings } from './finding/acting-on-findings.js';
import { FindingsAtHand } from './finding/findings-at-hand.js';
import { FindingListHandler } from './finding-list/finding-list.handler.js';
import { findingList } from './finding-list/finding-list.js';
import { FollowFindingsReaction } from './follow-findings/follow-findings.reaction.js';
import { FollowTaskReaction } from './follow-task/follow-task.reaction.js';
import { FormTeamHandler } from './form-team/form-team.handler.js';
import { InspectingTeamsHandler } from './inspecting-teams/inspecting-teams.handler.js';
import { GoodPracticeHandler } from './good-practice/good-practice.handler.js';
import { InterestListHandler } from './interest-list/interest-list.handler.js';
import { interestList } from './interest-list/interest-list.js';
import { IssueFindingHandler } from './issue-finding/issue-finding.handler.js';
import { JoinTeamHandler } from './join-team/join-team.handler.js';
import { Found } from './must-find/found.js';
import { MustFindReaction } from './must-find/must-find.reaction.js';
import { filesOfFindings } from './named-files/files-of-findings.js';
import { NamedFilesHandler } from './named-files/named-files.handler.js';
import { namedFiles } from './named-files/named-files.js';
import { Directory } from './organisation/directory.js';
import { overrideList } from './override-list/override-list.js';
import { OverrideRecusalHandler } from './override-recusal/override-recusal.handler.js';
import { PairUnitHandler } from './pair-unit/pair-unit.handler.js';
import { PlanRoundHandler } from './plan-round/plan-round.handler.js';
import { PlanVisitHandler } from './plan-visit/plan-visit.handler.js';
import { PracticeListHandler } from './practice-list/practice-list.handler.js';
import { practiceList } from './practice-list/practice-list.js';
import { PublishChecklistHandler } from './publish-checklist/publish-checklist.handler.js';
import { PutOffVisitHandler } from './put-off-visit/put-off-visit.handler.js';
import { ReadReportHandler } from './read-report/read-report.handler.js';
import { CalledOf } from './read-round/called-of.js';
import { RoundNumbers } from './read-round/round-numbers.js';
import { RecordFindingHandler } from './record-finding/record-finding.handler.js';
import { RecordedFindings } from './record-finding/recorded-findings.js';
import { Recusals } from './recusal/recusals.js';
import { ActSources } from './recusal-acts/act-sources.js';
import { findingPlaces } from './recusal-acts/finding-places.js';
import { KnownNow } from './recusal-acts/known-now.js';
import { RecusalActsHandler } from './recusal-acts/recusal-acts.handler.js';
import { RecusedMembers } from './recusal/recused-members.js';
import { ReportListHandler } from './report-list/report-list.handler.js';
import { reportList } from './report-list/report-list.js';
import { RescopeRoundHandler } from './rescope-round/rescope-round.handler.js';
import { RoundListHandler } from './round-list/round-list.handler.js';
import { roundList } from './round-list/round-list.js';
import { Grounds } from './round/grounds.js';
import { ShippedChecklists } from './ship-checklists/shipped-checklists.js';
import { StationLiaisonHandler } from './station-liaison/station-liaison.handler.js';
import { SubmitVisitHandler } from './submit-visit/submit-visit.handler.js';
import { TakeRefusalReaction } from './take-refusal/take-refusal.reaction.js';
import { TeamListHandler } from './team-list/team-list.handler.js';
import { teamList } from './team-list/team-list.js';
import { TeamsOfDay } from './team-list/teams-of-day.js';
import { VisitEntriesHandler } from './visit-items/visit-entries.handler.js';
import { VisitListHandler } from './visit-list/visit-list.handler.js';
import { visitList } from './visit-list/visit-list.js';
import { Standings } from './visit/standings.js';
import { WriteReportHandler } from './write-report/write-report.handler.js';
import { Writers } from './write-report/writers.js';

@Module({
  imports: [
    hosting('inspection', {
      projections: [
        teamList,
        interestList,
        overrideList,
        checklistList,
        roundList,
        roundScopes,
        visitList,
        namedFiles,
        findingPlaces,
        practiceList,
        reportList,
        filesOfFindings,
        findingList,
      ],
      reactions: [MustFindReaction, FollowFindingsReaction, TakeRefusalReaction, FollowTaskReaction],
      needs: [Found],
      seals: [interestEvents, visitEvents],
    }),
  ],
  providers: [
    Directory,
    Recusals,
    RecusedMembers,
    ActSources,
    KnownNow,
    Checklists,
    ShippedChecklists,
    TeamsOfDay,
    Grounds,
    Standings,
    Writings,
    CalledOf,
    RoundNumbers,
    Writers,
    FindingsAtHand,
    ActingOnFindings,
    RecordedFindings,
  ],
  controllers: [
    FormTeamHandler,
    JoinTeamHandler,
    PairUnitHandler,
    StationLiaisonHandler,
    TeamListHandler,
    InspectingTeamsHandler,
    DeclareInterestHandler,
    OverrideRecusalHandler,
    InterestListHandler,
    FindConflictsHandler,
    RecusalActsHandler,
    PublishChecklistHandler,
    ChecklistListHandler,
    PlanRoundHandler,
    RescopeRoundHandler,
    RoundListHandler,
    CoverageHandler,
    PlanVisitHandler,
    PutOffVisitHandler,
    FillInVisitHandler,
    SubmitVisitHandler,
    VisitListHandler,
    VisitEntriesHandler,
    CompareSelfCheckHandler,
    NamedFilesHandler,
    GoodPracticeHandler,
    PracticeListHandler,
    WriteReportHandler,
    ReadReportHandler,
    ReportListHandler,
    RecordFindingHandler,
    ChangeFindingHandler,
    IssueFindingHandler,
    FindingListHandler,
  ],
})
export class InspectionModule {}
