import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { ROOT } from '../architecture/sources.js';
import { merged } from './compose.js';

const FOLDER = 'deploy/compose/observability';
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const yaml = (name: string): Tree => parse(text(`${FOLDER}/${name}`)) as Tree;
type Tree = Readonly<Record<string, never>>;

const { services, configs } = merged('observability');
const namesIn = (expression: string): readonly string[] => expression.match(/\bredress_\w+/g) ?? [];
const plain = (name: string): string => name.replace(/_(bucket|count|sum)$/, '');

/** Each metric that the code declares, with its labels. */
const declared = new Map(
  globSync('{services,libs}/*/src/**/*.ts', { cwd: ROOT, exclude: ['**/*.spec.ts'] }).flatMap((path) =>
    [...text(path).matchAll(/'(redress_\w+)'/g)].map(([, name = '']) => [name, path] as const),
  ),
);

type Rule = {
  readonly alert: string;
  readonly expr: string;
  readonly labels: Tree;
  readonly annotations: Tree;
};
const rules = (yaml('alerts.yml')['groups'] as unknown as { rules: Rule[] }[]).flatMap(
  (group) => group.rules,
);
type Panel = {
  readonly id: number;
  readonly title: string;
  readonly targets: readonly { readonly expr: string }[];
};
const dashboard = JSON.parse(text(`${FOLDER}/dashboards/redress.json`)) as {
  uid: string;
  panels: readonly Panel[];
};

const program = (name: string): string | undefined =>
  spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim() || undefined;

describe('alarms', () => {
  it.each(rules.map((rule) => [rule.alert, rule] as const))(
    '%s asks for metrics that there are',
    (_, rule) => {
      expect(namesIn(rule.expr).filter((name) => !declared.has(plain(name)))).toEqual([]);
      expect(rule.annotations).toMatchObject({
        summary: expect.any(String),
        description: expect.any(String),
      });
      expect(rule.labels).toMatchObject({ severity: expect.stringMatching(/^(warning|critical)$/) });
    },
  );

  it('watch each thing that can fall behind', () => {
    const watched = new Set(rules.flatMap(({ expr }) => namesIn(expr).map(plain)));
    for (const name of [
      'ready',
      'projection_lag',
      'relay_lag',
      'consumer_pending',
      'dead_letters',
      'timers_overdue',
    ])
      expect(watched).toContain(`redress_${name}`);
  });

  const promtool = program('promtool');
  (promtool ? it : it.skip)(`are valid to promtool${promtool ? '' : ' (not on this machine)'}`, () => {
    expect(
      execFileSync('promtool', ['check', 'rules', join(ROOT, FOLDER, 'alerts.yml')], { encoding: 'utf8' }),
    ).toContain('SUCCESS');
  });
});

describe('the dashboard', () => {
  it.each(dashboard.panels.map((panel) => [panel.title, panel] as const))(
    'shows in "%s" what there is',
    (_, panel) => {
      const names = panel.targets.flatMap(({ expr }) => namesIn(expr));
      expect(names.length).toBeGreaterThan(0);
      expect(names.filter((name) => !declared.has(plain(name)))).toEqual([]);
    },
  );

  it('shows every metric of ours once, and no two panels under one number', () => {
    const shown = new Set(
      dashboard.panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => namesIn(expr).map(plain))),
    );
    expect([...declared.keys()].filter((name) => !shown.has(name))).toEqual([]);
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
  });
});

describe('what collects', () => {
  it('asks every service, at the port on which it tells', () => {
    const [
      {
        dns_sd_configs: [found],
      },
    ] = yaml('prometheus.yml')['scrape_configs'] as unknown as [
      { dns_sd_configs: [{ names: string[]; port: number }] },
    ];
    for (const name of found.names)
      expect([name, services[name]?.environment?.['REDRESS_METRICS_PORT']]).toEqual([
        name,
        String(found.port),
      ]);
    const telling = Object.entries(services).filter(
      ([, { environment = {} }]) => 'REDRESS_METRICS_PORT' in environment,
    );
    expect(telling.map(([name]) => name).toSorted()).toEqual(found.names.toSorted());
    expect(rules.find(({ alert }) => alert === 'RedressServiceMissing')?.expr).toContain(
      `< ${String(found.names.length)}`,
    );
  });

  it('takes traces where services send them, through parts that are there', () => {
    const { receivers, processors, connectors, exporters, service } = yaml(
      'otel-collector.yml',
    ) as unknown as Record<
      string,
      Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>>
    >;
    const parts = new Set(Object.keys({ ...receivers, ...processors, ...connectors, ...exporters }));
    const used = Object.values(service?.['pipelines'] ?? {}).flatMap((pipeline) =>
      Object.values(pipeline).flat(),
    );
    expect(new Set(used)).toEqual(parts);
    const port = /:(\d+)$/.exec(services['intake']?.environment?.['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? '')?.[1];
    expect(text(`${FOLDER}/otel-collector.yml`)).toContain(`endpoint: 0.0.0.0:${port ?? ''}`);
  });

  it('is reached under names and in files that there are', () => {
    const urls = (yaml('grafana-datasources.yml')['datasources'] as unknown as { url: string }[]).map(
      ({ url }) => new URL(url),
    );
    for (const { hostname } of urls) expect(Object.keys(services)).toContain(hostname);
    const mounted = globSync(`${FOLDER}/**/*.{yml,json}`, { cwd: ROOT }).map((path) => `./${path}`);
    const files = Object.values(configs).map(({ file }) => file);
    expect(mounted.filter((path) => !files.includes(path))).toEqual([]);
    expect(dashboard.uid).toBe('redress');
  });

  const caddy = program('caddy');
  (caddy ? it : it.skip)(`the Caddyfile is valid to caddy${caddy ? '' : ' (not on this machine)'}`, () => {
    const file = join(ROOT, 'deploy/compose/Caddyfile');
    const env = { ...process.env, REDRESS_DOMAIN: 'redress.example.org', REDRESS_TLS: 'tls internal' };
    const validated = spawnSync('caddy', ['validate', '--config', file, '--adapter', 'caddyfile'], {
      env,
      encoding: 'utf8',
    });
    expect(validated.stderr).toContain('Valid configuration');
  });
});
