#!/usr/bin/python
# -*- coding: utf-8 -*-
"""Ansible module that brings the AIsa set-up of an OpenClaw to a desired state."""

from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
module: openclaw_aisa
short_description: Bring the AIsa set-up of an OpenClaw to a desired state
description:
  - Runs C(openclaw-aisa apply) with the state, and reports what changed.
  - The key goes to the program through standard input. It is in no argument, variable or temporary file.
options:
  state:
    description: The desired state, as in C(aisa.yaml).
    type: dict
    required: true
  api_key:
    description: The API key. Empty leaves the key as it is, unless the state has a C(key).
    type: str
    default: ""
  key_store:
    description: Where to keep I(api_key), in C(.env) of the state directory or in the config.
    type: str
    choices: [dotenv, config]
    default: dotenv
  command:
    description: The program and its first arguments.
    type: list
    elements: str
    default: [openclaw-aisa]
  home:
    description: Home of the user. Empty takes that of the user who runs the module.
    type: str
    default: ""
  profile:
    description: Profile of OpenClaw.
    type: str
    default: ""
  offline:
    description: Ask the gateway nothing.
    type: bool
    default: false
  verify:
    description: Ask the default model for one answer after a change.
    type: bool
    default: false
author:
  - AIsa (@AIsa-team)
"""

EXAMPLES = r"""
- name: Qwen and Kimi through AIsa
  openclaw_aisa:
    state:
      models: [qwen3-max, kimi-k2.5]
      primary: qwen3-max
      fallbacks: [kimi-k2.5]
    api_key: "{{ vault_aisa_api_key }}"
"""

RETURN = r"""
changes:
  description: What changed, or in check mode would change. Keys are masked.
  returned: success
  type: list
  elements: dict
backup:
  description: Backup that C(openclaw-aisa undo) restores.
  returned: when files were written
  type: str
problems:
  description: Warnings, and on failure the errors, each with its code, cause and fix.
  returned: always
  type: list
  elements: dict
"""

import json
import os
import tempfile

from ansible.module_utils.basic import AnsibleModule

EXIT_OK = 0
EXIT_PENDING = 10


def desired_state(params):
    """Return the state to apply. A key of its own wins over the one that was passed."""
    state = dict(params["state"])
    if params["api_key"] and "key" not in state:
        state["key"] = {"from": "file:-", "store": params["key_store"]}
    return state


def command_line(params, state_file, check, diff):
    """Return the command that applies the state in a file."""
    words = params["command"] + ["apply", state_file, "--json", "--yes", "--lang", "en"]
    if params["profile"]:
        words += ["--profile", params["profile"]]
    if params["offline"]:
        words.append("--offline")
    elif not params["verify"]:
        words.append("--no-verify")
    if check:
        words.append("--check")
    if diff:
        words.append("--diff")
    return words


def environment(params):
    """Return the variables to set for the program."""
    return {"HOME": params["home"]} if params["home"] else {}


def message(problems, stderr):
    """Return what failed and how to fix it, in one line for each problem."""
    lines = []
    for problem in problems:
        if problem.get("severity") != "error":
            continue
        parts = [problem.get("path", ""), problem.get("title", ""), problem.get("detail", "")]
        remedy = problem.get("remedy") or {}
        parts += [remedy.get("text", "")] + (remedy.get("commands") or [])
        lines.append("%s: %s" % (problem.get("code"), " | ".join(part for part in parts if part)))
    return "\n".join(lines) or stderr.strip()[-2000:] or "openclaw-aisa failed without a message"


def run_apply(module, state_file):
    """Run the program. Return its exit code, its report (or None) and its standard error."""
    params = module.params
    # A variable of this shell would hide the key that is to be stored.
    os.environ.pop("AISA_API_KEY", None)
    code, stdout, stderr = module.run_command(
        command_line(params, state_file, module.check_mode, module._diff),
        data=params["api_key"] or "",
        environ_update=environment(params),
    )
    try:
        return code, json.loads(stdout), stderr
    except ValueError:
        return code, None, stderr or stdout


def main():
    module = AnsibleModule(
        argument_spec={
            "state": {"type": "dict", "required": True},
            "api_key": {"type": "str", "default": "", "no_log": True},
            "key_store": {
                "type": "str",
                "choices": ["dotenv", "config"],
                "default": "dotenv",
                "no_log": False,
            },
            "command": {"type": "list", "elements": "str", "default": ["openclaw-aisa"]},
            "home": {"type": "str", "default": ""},
            "profile": {"type": "str", "default": ""},
            "offline": {"type": "bool", "default": False},
            "verify": {"type": "bool", "default": False},
        },
        supports_check_mode=True,
    )
    handle, state_file = tempfile.mkstemp(suffix=".json", dir=module.tmpdir)
    module.add_cleanup_file(state_file)
    with os.fdopen(handle, "w") as stream:
        json.dump(desired_state(module.params), stream)

    code, report, stderr = run_apply(module, state_file)
    problems = (report or {}).get("problems", [])
    if report is None or code not in (EXIT_OK, EXIT_PENDING):
        # Of several profiles, some can be done.
        changed = bool(report and report["changed"])
        module.fail_json(msg=message(problems, stderr), rc=code, changed=changed, problems=problems)
    data = report["data"]
    result = {
        "changed": report["changed"] or data["pending"],
        "changes": data["changes"],
        "problems": problems,
    }
    if data["backup"]:
        result["backup"] = data["backup"]
    if "diff" in data:
        result["diff"] = {"prepared": data["diff"]}
    module.exit_json(**result)


if __name__ == "__main__":
    main()
