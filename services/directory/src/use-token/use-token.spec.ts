import { it } from '@jest/globals';
import { day1, today } from '@redress/contracts/directory/organisation.examples';
import { issued, revoked, tokenId, used } from '@redress/contracts/directory/token.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { tokens } from '../token/token.js';
import { useToken } from './use-token.js';

const { given } = specFor(tokens);
const lookedAt = useToken(tokenId, today);

it('notes the day on which a token is used, once', () => {
  given(issued).when(lookedAt).yields(used);
  given(issued, having(used, { on: day1 }))
    .when(lookedAt)
    .yields(used);
  given(issued, used).when(lookedAt).changesNothing();
});

it('notes nothing of one that is good for nothing', () => {
  given().when(lookedAt).changesNothing();
  given(issued, revoked).when(lookedAt).changesNothing();
});
