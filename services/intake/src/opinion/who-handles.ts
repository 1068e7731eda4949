import type { Actor } from '@redress/contracts/envelope';
import type { PostId } from '@redress/contracts/values';

/** The office handles every opinion, and whoever holds a role inbox those addressed to it; auditors and operators none. */
export const handles = (
  { role, post }: Actor,
  { addressedTo }: { readonly addressedTo: PostId | undefined },
): boolean => {
  switch (role) {
    case 'office':
      return true;
    case 'unit':
    case 'inspection':
    case 'leading-group':
      return post !== undefined && post === addressedTo;
    case 'submitter':
    case 'auditor':
    case 'operator':
    case 'system':
      return false;
  }
};
