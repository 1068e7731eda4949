import { PEOPLE, UNITS } from './tasks.mjs';

const FROM = '2020-01-01';

/** Rows of the directory for the units and people of the tasks. */
export const units = () =>
  UNITS.map((id, n) => ({
    id,
    code: `U${n}`,
    name: `第${n}学院综合办公室`,
    names: { [FROM]: `第${n}学院综合办公室` },
    parents: { [FROM]: '' },
    from: FROM,
    until: '9999-12-31',
    revision: 0,
  }));

export const people = () => PEOPLE.map((id, n) => ({ id, rosterNumber: `R${n}`, name: `王${n}` }));

const said = async (url, token, method, path, body) => {
  const response = await fetch(`${url}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
};

/** Somebody of the office, and a token to act with. */
export const officeToken = async (url, operatorToken) => {
  const does = (...request) => said(url, operatorToken, ...request);
  await does('PUT', '/units/office', { name: 'Office', from: FROM });
  await does('PUT', '/posts/office', { unit: 'office', title: 'Office', role: 'office', from: FROM });
  await does('PUT', '/people/R-office', { name: 'Li' });
  await does('PUT', '/posts/office/holders/R-office', { from: FROM });
  const { token } = await does('POST', '/tokens', { post: 'office', rosterNumber: 'R-office' });
  return token;
};
