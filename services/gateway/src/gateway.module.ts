import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ClientProxy } from '@nestjs/microservices';
import { ContractPipe } from '@redress/edge/contract.pipe';
import { ProblemFilter } from '@redress/edge/problem.filter';
import { Services } from '@redress/edge/services';
import { Clock } from '@redress/eventsourcing/clock';
import { Evidence, openEvidence } from '@redress/evidence/open-evidence';
import { natsClient, NatsServices } from '@redress/messaging/nats-services';
import { AccountsController } from './accounts/accounts.controller.js';
import { AppealDeskController } from './cards/appeal-desk.controller.js';
import { Attaching } from './attachments/attaching.js';
import { OpinionFilesController } from './attachments/opinion-files.controller.js';
import { SubmittersFilesController } from './attachments/submitters-files.controller.js';
import { CardsController } from './cards/cards.controller.js';
import { ExplanationsController } from './cards/explanations.controller.js';
import { ChecklistsController } from './checklists/checklists.controller.js';
import { AuditStatusController } from './cases/audit-status.controller.js';
import { CasesController } from './cases/cases.controller.js';
import { EventsController } from './cases/events.controller.js';
import { AttachmentsController } from './evidence/attachments.controller.js';
import { CleanUp } from './evidence/clean-up.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { UploadsController } from './evidence/uploads.controller.js';
import { EscalationDeskController } from './escalations/escalation-desk.controller.js';
import { EscalationsController } from './escalations/escalations.controller.js';
import { ExtensionDeskController } from './extensions/extension-desk.controller.js';
import { ExtensionsController } from './extensions/extensions.controller.js';
import { GoodPracticesController } from './good-practices/good-practices.controller.js';
import { Broker } from './health/broker.js';
import { CheckUp } from './health/check-up.js';
import { HealthController } from './health/health.controller.js';
import { StatusController } from './health/status.controller.js';
import { AnonymousLimit } from './http/anonymous-limit.js';
import { PrincipalLimit } from './http/principal-limit.js';
import { EtagInterceptor } from './http/etag.interceptor.js';
import { InterestsController } from './interests/interests.controller.js';
import { RecusalController } from './interests/recusal.controller.js';
import { IssuesController } from './issues/issues.controller.js';
import { MergingController } from './issues/merging.controller.js';
import { LedgerExport } from './ledger-export/ledger-export.js';
import { LedgerExportController } from './ledger-export/ledger-export.controller.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { NoticesController } from './notices/notices.controller.js';
import { PublishingController } from './notices/publishing.controller.js';
import { OpinionsController } from './opinions/opinions.controller.js';
import { TriageController } from './opinions/triage.controller.js';
import { DeputiesController } from './organisation/deputies.controller.js';
import { PeopleController } from './organisation/people.controller.js';
import { PostsController } from './organisation/posts.controller.js';
import { UnitsController } from './organisation/units.controller.js';
import { PersonalDataController } from './personal-data/personal-data.controller.js';
import { CalendarController } from './policy/calendar.controller.js';
import { PoliciesController } from './policy/policies.controller.js';
import { ReadingsController } from './readings/readings.controller.js';
import { RecordedServices } from './readings/recorded-services.js';
import { ReceiptsController } from './receipts/receipts.controller.js';
import { ReportDocumentController } from './report-document/report-document.controller.js';
import { ReportDocuments } from './report-document/report-documents.js';
import { ReportsController } from './reports/reports.controller.js';
import { RoundReports } from './reports/round-reports.js';
import { RegistrationDeskController } from './registrations/registration-desk.controller.js';
import { RegistrationsController } from './registrations/registrations.controller.js';
import { ReviewDeskController } from './reviews/review-desk.controller.js';
import { ReviewsController } from './reviews/reviews.controller.js';
import { RoundsController } from './rounds/rounds.controller.js';
import { BrowserSessions } from './session/browser-sessions.js';
import { EnrolmentController } from './second-factors/enrolment.controller.js';
import { FactorsController } from './second-factors/factors.controller.js';
import { Browsers } from './session/browsers.js';
import { Cookies } from './session/cookies.js';
import { DirectorySessions } from './session/directory-sessions.js';
import { MeController } from './session/me.controller.js';
import { Origin } from './session/origin.js';
import { SessionGuard } from './session/session.guard.js';
import { Sessions } from './session/sessions.js';
import { Handing } from './sign-in/begun.js';
import { OpeningController } from './sign-in/opening.controller.js';
import { PasskeySignInController } from './sign-in/passkey-sign-in.controller.js';
import { ProofsController } from './sign-in/proofs.controller.js';
import { DiscoveryController } from './scim/discovery.controller.js';
import { GroupsController } from './scim/groups.controller.js';
import { Holdings } from './scim/holdings.js';
import { Register } from './scim/register.js';
import { UsersController } from './scim/users.controller.js';
import { ProvidersController } from './sign-in/providers.controller.js';
import { SessionController } from './sign-in/session.controller.js';
import { SessionsController } from './sign-in/sessions.controller.js';
import { Sources } from './sign-in/source.js';
import { LookBacksController } from './look-backs/look-backs.controller.js';
import { ChangesController } from './tasks/changes.controller.js';
import { CloseOutController } from './tasks/close-out.controller.js';
import { CloseOutDeskController } from './tasks/close-out-desk.controller.js';
import { RemindersController } from './tasks/reminders.controller.js';
import { ReturnsController } from './tasks/returns.controller.js';
import { TasksController } from './tasks/tasks.controller.js';
import { WorkController } from './tasks/work.controller.js';
import { TeamPartsController } from './teams/parts.controller.js';
import { TeamsController } from './teams/teams.controller.js';
import { OwnTokenController } from './tokens/own-token.controller.js';
import { TokensController } from './tokens/tokens.controller.js';
import { TopicsController } from './topics/topics.controller.js';
import { DeadLettersController } from './upkeep/dead-letters.controller.js';
import { ProjectionsController } from './upkeep/projections.controller.js';
import { FillingInController } from './visits/filling-in.controller.js';
import { FindingsController } from './findings/findings.controller.js';
import { IssuingController } from './findings/issuing.controller.js';
import { VisitsController } from './visits/visits.controller.js';

@Module({
  controllers: [
    HealthController,
    StatusController,
    DeadLettersController,
    ProjectionsController,
    MeController,
    OpeningController,
    ProvidersController,
    SessionController,
    PasskeySignInController,
    ProofsController,
    EnrolmentController,
    FactorsController,
    SessionsController,
    AccountsController,
    RegistrationsController,
    RegistrationDeskController,
    UnitsController,
    PostsController,
    DeputiesController,
    PeopleController,
    PersonalDataController,
    ReadingsController,
    TokensController,
    OwnTokenController,
    UsersController,
    GroupsController,
    DiscoveryController,
    TopicsController,
    IssuesController,
    MergingController,
    LedgerController,
    LedgerExportController,
    TasksController,
    ReturnsController,
    WorkController,
    AttachmentsController,
    UploadsController,
    EvidenceController,
    ChangesController,
    CloseOutController,
    CloseOutDeskController,
    ExtensionsController,
    ExtensionDeskController,
    NoticesController,
    PublishingController,
    RemindersController,
    LookBacksController,
    ReviewsController,
    ReviewDeskController,
    CardsController,
    AppealDeskController,
    ExplanationsController,
    EscalationsController,
    EscalationDeskController,
    PoliciesController,
    CalendarController,
    OpinionsController,
    TriageController,
    ReceiptsController,
    SubmittersFilesController,
    OpinionFilesController,
    TeamsController,
    TeamPartsController,
    InterestsController,
    RoundsController,
    ReportsController,
    ReportDocumentController,
    GoodPracticesController,
    VisitsController,
    FillingInController,
    FindingsController,
    IssuingController,
    RecusalController,
    ChecklistsController,
    AuditStatusController,
    CasesController,
    EventsController,
  ],
  providers: [
    { provide: Clock, useFactory: () => new Clock(process.env['REDRESS_TIME_ZONE']) },
    { provide: ClientProxy, useFactory: () => natsClient() },
    NatsServices,
    {
      provide: Services,
      useFactory: (services: NatsServices, clock: Clock) => new RecordedServices(services, clock),
      inject: [NatsServices, Clock],
    },
    { provide: Evidence, useFactory: () => openEvidence() },
    { provide: Sessions, useClass: DirectorySessions },
    { provide: Origin, useFactory: () => new Origin() },
    BrowserSessions,
    Cookies,
    Browsers,
    Handing,
    Sources,
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_GUARD, useClass: AnonymousLimit },
    { provide: APP_GUARD, useClass: PrincipalLimit },
    { provide: APP_PIPE, useClass: ContractPipe },
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
    Register,
    Holdings,
    CleanUp,
    Attaching,
    LedgerExport,
    RoundReports,
    ReportDocuments,
    Broker,
    CheckUp,
  ],
})
export class GatewayModule {}
