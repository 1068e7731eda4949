type Route = { readonly method: string | readonly string[]; readonly url: string };
type Server = { addHook(name: 'onRoute', hook: (route: Route) => void): unknown };

/** Learns the routes of a server as they are added, and answers which methods an address takes. */
export const methodsByPath = (server: Server): ((url: string) => readonly string[]) => {
  const routes: { readonly pattern: readonly string[]; readonly methods: readonly string[] }[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    routes.push({ pattern: url.split('/'), methods: [method].flat() });
  });
  return (url) => {
    const path = (url.split('?')[0] ?? '').split('/');
    return [...new Set(routes.filter(leadsTo(path)).flatMap(({ methods }) => methods))].sort();
  };
};

/** `:code` stands for one segment, whatever it is. */
const leadsTo =
  (path: readonly string[]) =>
  ({ pattern }: { readonly pattern: readonly string[] }): boolean =>
    pattern.length === path.length &&
    pattern.every((part, index) => (part.startsWith(':') ? path[index] !== '' : part === path[index]));
