import { expect, it } from '@jest/globals';
import { Transcript } from './replay.js';

const headers = { authorization: 'Bearer rdr_of_the_office' };

it('writes what was sent as commands, in which what answers gave goes by variables', () => {
  const transcript = new Transcript();
  const json = { opinionId: '92b19a11-7ce0-8b53-98dc-5f8afd55f7ff' };
  const answered = { status: 201, headers: {}, bytes: Buffer.from(''), json };
  transcript.add(
    {
      operation: 'submit',
      who: 'anybody',
      method: 'POST',
      path: '/api/opinions',
      headers: {},
      body: `{"a":"it's"}`,
    },
    answered,
  );
  const path = `/api/opinions/${json.opinionId}/answer`;
  transcript.add({ operation: 'answer', who: 'office', method: 'PUT', path, headers, body: 'a\u0000b' });
  expect(transcript.commands(new Map([['rdr_of_the_office', 'TOKEN_OFFICE']])).split('\n')).toEqual([
    '# submit as anybody: 201',
    `ANSWER=$(curl -sS -X POST "$URL"'/api/opinions' --data-binary '{"a":"it'\\''s"}')`,
    `GIVEN_1=$(node -p 'JSON.parse(process.argv[1])["opinionId"]' "$ANSWER")`,
    '# answer as office: no answer',
    `curl -sS -X PUT "$URL"'/api/opinions/'"$GIVEN_1"'/answer' -H 'authorization: Bearer '"$TOKEN_OFFICE"'' --data-binary $'a\\x00b'`,
  ]);
});
