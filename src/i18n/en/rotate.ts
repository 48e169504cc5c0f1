/** Words of `key rotate`. */
export const rotate = {
  newKey: "The new key",
  replaces: (old: string, next: string) => `${old} is replaced by ${next}`,
  done: "Key rotated. Delete the old one at the gateway's console; backups still hold it",
  nothing: (key: string) => `Nothing to change: ${key} is the key in use`,
  hidden: (where: string) =>
    `OpenClaw's own store has a key that only OpenClaw can change: ${where}. Run openclaw models auth paste-api-key --provider aisa`,
  restart: "To load it in a running gateway: openclaw gateway restart",
  left: (
    place: string,
    reason:
      | "environment"
      | "other-tool"
      | "secret-file"
      | "workspace"
      | "service"
      | "included"
      | "unreadable",
  ) =>
    ({
      environment: `The environment variable ${place} still has the old key: set it where this shell or service gets it`,
      "other-tool": `${place} belongs to the aisa tool and still has the old key: log in there again`,
      "secret-file": `${place} still has the old key: replace it where that secret is managed`,
      workspace: `${place} in the working directory still has the old key: change it if the project needs it`,
      service: `${place} defines OpenClaw's service and still has the old key: change it there, then restart the service`,
      included: `${place} is in an included file that this tool does not edit, and still has the old key: change it by hand`,
      unreadable: `${place} still has the old key in a form that cannot be changed safely: change it by hand`,
    })[reason],
};
