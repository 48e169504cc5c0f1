import { describe, expect, it } from "vitest";
import { hasOwnModes } from "../../../src/adapters/files/file-system.ts";

const mounts = String.raw`22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/c rw,noatime - 9p C:\134 rw,dirsync,aname=drvfs;path=C:\;uid=1000;gid=1000;symlinkroot=/mnt/,access=client
31 22 0:41 / /mnt/d rw,noatime - 9p D:\134 rw,dirsync,aname=drvfs;path=D:\;uid=1000;gid=1000;metadata;symlinkroot=/mnt/
32 22 0:42 / /mnt/e rw,noatime - drvfs E:\ rw,noatime,uid=1000,gid=1000,case=off
33 22 0:43 / /mnt/my\040stick rw - vfat /dev/sdb1 rw,uid=1000,fmask=0022
34 33 0:44 / /mnt/my\040stick/inner rw - ext4 /dev/sdc1 rw
35 22 0:45 / /media/ntfs rw - fuseblk /dev/sdd1 rw,user_id=0,default_permissions
36 22 0:46 / /storage/emulated rw - fuse /dev/fuse rw,lazytime,user_id=0
37 22 0:47 / /home/ann/remote rw - fuse.sshfs ann@host: rw,user_id=1000
38 22 0:48 / /work rw - overlay overlay rw,lowerdir=/l,upperdir=/u
39 22 0:49 / /shared rw - 9p hostshare rw,trans=virtio
`;

describe("whether files have modes of their own", () => {
  it.each([
    ["ext4", "/home/ann/.openclaw/openclaw.json", true],
    ["a drive of Windows in WSL 2", "/mnt/c/Users/Ann/.openclaw/.env", false],
    ["one that is mounted with metadata", "/mnt/d/x", true],
    ["a drive of Windows in WSL 1", "/mnt/e/x", false],
    ["a folder whose name begins as that of a drive", "/mnt/cc/x", true],
    ["FAT, in a folder with a space", "/mnt/my stick/x", false],
    ["ext4 within FAT", "/mnt/my stick/inner/x", true],
    ["NTFS by FUSE", "/media/ntfs/x", false],
    ["the shared storage of Android, for Termux", "/storage/emulated/0/x", false],
    ["SSH by FUSE", "/home/ann/remote/x", true],
    ["the layers of a container", "/work/x", true],
    ["9p of a virtual machine", "/shared/x", true],
  ])("on %s (%s): %s", (_name, path, expected) => {
    expect(hasOwnModes(mounts, path)).toBe(expected);
  });
});
