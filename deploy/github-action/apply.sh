#!/usr/bin/env bash
# Applies the state in $STATE; with CHECK=true only looks. Writes `changed` to $GITHUB_OUTPUT.
set -euo pipefail
options=(--yes --diff)
if [[ ${CHECK:-false} == true ]]; then options+=(--check); fi
# Words, as typed in the workflow.
read -r -a more <<<"${OPTIONS:-}"
# A variable that is set and empty would hide the key that is stored.
if [[ -z ${AISA_API_KEY:-} ]]; then unset AISA_API_KEY; fi

code=0
diff=$(openclaw-aisa apply "$STATE" "${options[@]}" ${more[@]+"${more[@]}"}) || code=$?
printf '%s\n' "$diff"
case $code in
  0) if [[ -n $diff ]]; then changed=true; else changed=false; fi ;;
  10) changed=true ;;
  *) exit "$code" ;;
esac
echo "changed=$changed" >>"$GITHUB_OUTPUT"
if [[ $code == 10 ]]; then
  echo "::error::The set-up differs from $STATE"
  exit 10
fi
