import { Module } from '@nestjs/common';
import { hosting } from '@redress/hosting/hosting';
import { AcceptTaskHandler } from './accept-task/accept-task.handler.js';
import { ActsHandler } from './acts/acts.handler.js';
import { AdoptPolicyHandler } from './adopt-policy/adopt-policy.handler.js';
import { AnswerCardHandler } from './answer-card/answer-card.handler.js';
import { AppealCardHandler } from './appeal-card/appeal-card.handler.js';
import { appealDesk } from './appeal-desk/appeal-desk.js';
import { AppealDeskHandler } from './appeal-desk/appeal-desk.handler.js';
import { AssignTaskHandler } from './assign-task/assign-task.handler.js';
import { AttachEvidenceHandler } from './attach-evidence/attach-evidence.handler.js';
import { CalendarDaysHandler } from './calendar-days/calendar-days.handler.js';
import { ChangeMeasuresHandler } from './change-measures/change-measures.handler.js';
import { CloseTaskHandler } from './close-task/close-task.handler.js';
import { DrawCardHandler } from './draw-card/draw-card.handler.js';
import { EscalateTaskHandler } from './escalate-task/escalate-task.handler.js';
import { escalationDesk } from './escalation-desk/escalation-desk.js';
import { EscalationDeskHandler } from './escalation-desk/escalation-desk.handler.js';
import { ExplainHandler } from './explain/explain.handler.js';
import { ExtendDeadlineHandler } from './extend-deadline/extend-deadline.handler.js';
import { extensionDesk } from './extension-desk/extension-desk.js';
import { ExtensionDeskHandler } from './extension-desk/extension-desk.handler.js';
import { FollowIssuesReaction } from './follow-issues/follow-issues.reaction.js';
import { FollowTasksReaction } from './follow-tasks/follow-tasks.reaction.js';
import { issueList } from './issue-list/issue-list.js';
import { IssueListHandler } from './issue-list/issue-list.handler.js';
import { ledger } from './ledger/ledger.js';
import { LedgerHandler } from './ledger/ledger.handler.js';
import { ListFindingReaction } from './list-finding/list-finding.reaction.js';
import { ListIssueReaction } from './list-issue/list-issue.reaction.js';
import { LoadHolidaysHandler } from './load-holidays/load-holidays.handler.js';
import { LookBackHandler } from './look-back/look-back.handler.js';
import { LookBackDeskHandler } from './look-back-desk/look-back-desk.handler.js';
import { Memberships } from './membership/memberships.js';
import { Recusals } from './membership/recusals.js';
import { Standings } from './membership/standings.js';
import { CloseOutDeskHandler } from './close-out-desk/close-out-desk.handler.js';
import { Judges } from './judging/judges.js';
import { JudgingDesk } from './judging/judging.desk.js';
import { Teams } from './membership/teams.js';
import { UnitNames } from './membership/unit-names.js';
import { MergeIssueHandler } from './merge-issue/merge-issue.handler.js';
import { NameResponsibleHandler } from './name-responsible/name-responsible.handler.js';
import { namedFiles } from './named-files/named-files.js';
import { NamedFilesHandler } from './named-files/named-files.handler.js';
import { publicNotices } from './notice-board/notice-board.js';
import { NoticeBoardHandler } from './notice-board/notice-board.handler.js';
import { PlanMeasuresHandler } from './plan-measures/plan-measures.handler.js';
import { Policies } from './policy/policies.js';
import { policyList } from './policy-list/policy-list.js';
import { PolicyListHandler } from './policy-list/policy-list.handler.js';
import { ObjectToCloseOutHandler } from './object-to-close-out/object-to-close-out.handler.js';
import { OfficialCalendarKeeper } from './record-official-calendar/official-calendar-keeper.js';
import { PublicNoticeHandler } from './public-notice/public-notice.handler.js';
import { RemindTaskHandler } from './remind-task/remind-task.handler.js';
import { ReopenTaskHandler } from './reopen-task/reopen-task.handler.js';
import { ReportProgressHandler } from './report-progress/report-progress.handler.js';
import { RequestCloseOutHandler } from './request-close-out/request-close-out.handler.js';
import { ReturnTaskHandler } from './return-task/return-task.handler.js';
import { reviewDesk } from './review-desk/review-desk.js';
import { ReviewDeskHandler } from './review-desk/review-desk.handler.js';
import { ReviewTaskHandler } from './review-task/review-task.handler.js';
import { SignCloseOutHandler } from './sign-close-out/sign-close-out.handler.js';
import { SplitIssueHandler } from './split-issue/split-issue.handler.js';
import { DueTimer } from './timers/due.timer.js';
import { watch } from './timers/watch.js';
import { VerifyCloseOutHandler } from './verify-close-out/verify-close-out.handler.js';

@Module({
  imports: [
    hosting('rectification', {
      projections: [
        ledger,
        issueList,
        extensionDesk,
        publicNotices,
        escalationDesk,
        appealDesk,
        reviewDesk,
        namedFiles,
        policyList,
        watch,
      ],
      reactions: [ListIssueReaction, ListFindingReaction, FollowTasksReaction, FollowIssuesReaction],
      timers: [DueTimer],
      needs: [Policies, Memberships],
    }),
  ],
  providers: [Recusals, Standings, Teams, Judges, JudgingDesk, UnitNames, OfficialCalendarKeeper],
  controllers: [
    MergeIssueHandler,
    SplitIssueHandler,
    AssignTaskHandler,
    ReturnTaskHandler,
    AcceptTaskHandler,
    PlanMeasuresHandler,
    ChangeMeasuresHandler,
    NameResponsibleHandler,
    ReportProgressHandler,
    AttachEvidenceHandler,
    RequestCloseOutHandler,
    SignCloseOutHandler,
    VerifyCloseOutHandler,
    CloseOutDeskHandler,
    ActsHandler,
    PublicNoticeHandler,
    ObjectToCloseOutHandler,
    CloseTaskHandler,
    ReopenTaskHandler,
    ExtendDeadlineHandler,
    LedgerHandler,
    IssueListHandler,
    ExtensionDeskHandler,
    NoticeBoardHandler,
    NamedFilesHandler,
    RemindTaskHandler,
    LookBackHandler,
    LookBackDeskHandler,
    ReviewTaskHandler,
    ReviewDeskHandler,
    DrawCardHandler,
    AnswerCardHandler,
    AppealCardHandler,
    AppealDeskHandler,
    ExplainHandler,
    EscalateTaskHandler,
    EscalationDeskHandler,
    AdoptPolicyHandler,
    LoadHolidaysHandler,
    PolicyListHandler,
    CalendarDaysHandler,
  ],
})
export class RectificationModule {}
