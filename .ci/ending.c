/* What Windows does with a console program when its window is closed: it runs the program's handlers on a thread of their
   own, and ends the process as soon as they have answered, or after five seconds. Wine never does it by itself.

     ending.exe NAME.EXE     0: the process ended by itself, with no answer given */
#include <windows.h>
#include <stdio.h>
#include <tlhelp32.h>

int main(int argc, char **argv) {
    PROCESSENTRY32 entry = {sizeof entry};
    HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    DWORD found = 0;
    for (BOOL more = argc > 1 && Process32First(all, &entry); more; more = Process32Next(all, &entry))
        if (!lstrcmpiA(entry.szExeFile, argv[1])) found = entry.th32ProcessID;
    HANDLE process = OpenProcess(PROCESS_ALL_ACCESS, FALSE, found);
    LPTHREAD_START_ROUTINE handlers = (LPTHREAD_START_ROUTINE)(void *)GetProcAddress(GetModuleHandleA("kernelbase.dll"), "CtrlRoutine");
    if (!process || !handlers) {
        printf("no such process, or no handlers\n");
        return 2;
    }
    DWORD began = GetTickCount(), answer = 0;
    HANDLE thread = CreateRemoteThread(process, NULL, 0, handlers, (void *)(ULONG_PTR)CTRL_CLOSE_EVENT, 0, NULL);
    BOOL in_time = WaitForSingleObject(thread, 5000) == WAIT_OBJECT_0;
    DWORD took = GetTickCount() - began;
    /* A thread that answers gives 1; one that was still waiting when its process ended gives what the process gave. */
    GetExitCodeThread(thread, &answer);
    if (in_time && answer != 1) {
        printf("after %lu ms\n", took);
        return 0;
    }
    TerminateProcess(process, 0xC000013A);
    printf("%s after %lu ms, ended by force\n", in_time ? "answered" : "no end", took);
    return 1;
}
