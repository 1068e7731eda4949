import type { ExtensionStatus } from '@redress/contracts/rectification/extend-deadline';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day, ExtensionId } from '@redress/contracts/values';

/** A request for more time, and what became of it. */
export type Extension = {
  readonly id: ExtensionId;
  readonly until: Day;
  readonly reason: string;
  readonly status: ExtensionStatus;
  readonly refusal?: string;
};

type ExtensionEvent = Extract<
  TaskEvent,
  { type: 'ExtensionRequested' | 'ExtensionGranted' | 'ExtensionRefused' | 'ExtensionLapsed' }
>;

export const extensionsAfter = (
  extensions: readonly Extension[],
  { type, data }: ExtensionEvent,
): readonly Extension[] => {
  const changed = (change: Partial<Extension>): readonly Extension[] =>
    extensions.map((extension) =>
      extension.id === data.extensionId ? { ...extension, ...change } : extension,
    );
  switch (type) {
    case 'ExtensionRequested': {
      const { extensionId: id, until, reason } = data;
      return [...extensions, { id, until, reason, status: 'pending' }];
    }
    case 'ExtensionGranted':
      return changed({ status: 'granted' });
    case 'ExtensionRefused':
      return changed({ status: 'refused', refusal: data.reason });
    case 'ExtensionLapsed':
      return changed({ status: 'lapsed' });
  }
};
