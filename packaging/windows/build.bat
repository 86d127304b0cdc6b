@echo off
rem Builds the program and its set-up file on Windows 10 or newer. Needs Python 3.11 or newer (py) and,
rem for the set-up file, Inno Setup 6 (iscc). Start it anywhere; nothing outside build and dist changes.
setlocal
cd /d "%~dp0..\.."

set "VENV=build\installer-venv"
set "PIP_DISABLE_PIP_VERSION_CHECK=1"

if not exist "%VENV%\Scripts\python.exe" py -3 -m venv "%VENV%" || goto :failed
"%VENV%\Scripts\python" tools\setup\installer_wanted.py > build\installer-wanted.txt || goto :failed
"%VENV%\Scripts\python" -m pip install -q -c constraints.txt -r build\installer-wanted.txt || goto :failed

echo == Building dist\ehrenamt-desktop
"%VENV%\Scripts\python" -m PyInstaller --noconfirm --log-level WARN --workpath build\installer build_installer.spec || goto :failed

echo == Checking the built program away from its sources
"%VENV%\Scripts\python" tools\setup\installer_check.py dist\ehrenamt-desktop || goto :failed

for /f %%v in ('dist\ehrenamt-desktop\ehrenamt-desktop.exe --version') do set "VERSION=%%v"
set "ISCC=iscc"
where /q iscc || set "ISCC=%ProgramFiles(x86)%\Inno Setup 6\ISCC.exe"
echo == Making the set-up file of version %VERSION%
"%ISCC%" /Q /DVersion=%VERSION% packaging\windows\ehrenamt-desktop.iss || goto :failed
echo == dist\ehrenamt-desktop-%VERSION%-einrichten.exe is ready
exit /b 0

:failed
echo The build stopped; the last words above say why.
exit /b 1
