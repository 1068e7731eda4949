import { IsText } from '../fields.js';

/** The services that have rows made from their events. */
export const PROJECTING = ['directory', 'intake', 'rectification', 'inspection', 'identity'] as const;
export type Projecting = (typeof PROJECTING)[number];

export const REBUILD_REJECTIONS = ['not-the-operator', 'no-such-projection'] as const;
export type RebuildRejection = (typeof REBUILD_REJECTIONS)[number];

/**
 * Of a projection, whose rows are made anew beside those in use. That is begun when it is answered; how far it is, is in the health
 * of the service.
 */
export class ProjectionRef {
  @IsText(60) readonly projection!: string;
}

// Each service has a subject of its own, and nobody answers for another.

export class RebuildDirectoryProjection extends ProjectionRef {
  static readonly subject = 'directory.rebuild-projection';
  static readonly rejections = REBUILD_REJECTIONS;
}

export class RebuildIntakeProjection extends ProjectionRef {
  static readonly subject = 'intake.rebuild-projection';
  static readonly rejections = REBUILD_REJECTIONS;
}

export class RebuildRectificationProjection extends ProjectionRef {
  static readonly subject = 'rectification.rebuild-projection';
  static readonly rejections = REBUILD_REJECTIONS;
}

export class RebuildInspectionProjection extends ProjectionRef {
  static readonly subject = 'inspection.rebuild-projection';
  static readonly rejections = REBUILD_REJECTIONS;
}

/** Makes rows anew beside those in use. It is begun when it is answered; how far it is, is in the health of the service. */
export class RebuildIdentityProjection extends ProjectionRef {
  static readonly subject = 'identity.rebuild-projection';
  static readonly rejections = REBUILD_REJECTIONS;
}

export const REBUILD_PROJECTION = {
  directory: RebuildDirectoryProjection,
  intake: RebuildIntakeProjection,
  rectification: RebuildRectificationProjection,
  inspection: RebuildInspectionProjection,
  identity: RebuildIdentityProjection,
} as const satisfies Record<Projecting, unknown>;
