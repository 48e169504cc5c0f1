// The parts of undici that are bundled: a proxy agent. Its index has four times as much.
declare module "undici/lib/dispatcher/proxy-agent.js" {
  // What Node's own fetch takes, in the types of its own version.
  type Dispatcher = NonNullable<RequestInit["dispatcher"]>;
  const ProxyAgent: new (options: { uri: string }) => Dispatcher;
  export default ProxyAgent;
}

declare module "undici/lib/dispatcher/dispatcher.js" {
  export default class Dispatcher {
    connect?: unknown;
  }
}

declare module "undici/lib/api/api-connect.js" {
  const connect: unknown;
  export default connect;
}
