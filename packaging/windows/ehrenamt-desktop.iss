; Set-up program for Windows, made with Inno Setup 6 by packaging\windows\build.bat:
;   iscc /DVersion=0.1.0 packaging\windows\ehrenamt-desktop.iss
; It packs dist\ehrenamt-desktop, which build_installer.spec makes. Saved as UTF-8 with BOM, as
; Inno Setup asks for. Installs for one user without administrator; the first page offers all users.

#ifndef Version
  #error Give the version: iscc /DVersion=...
#endif
#define Name "Ehrenamt Desktop"
#define Window "Ehrenamt Desktop.exe"
#define Console "ehrenamt-desktop.exe"
#define Built "..\..\dist\ehrenamt-desktop"

[Setup]
AppId={{8B3C1F52-6D0E-4C57-9A41-2E7F5D1C90B6}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher=Ehrenamtsagentur
VersionInfoVersion={#Version}
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\resources\icons\app.ico
UninstallDisplayIcon={app}\{#Window}
UninstallDisplayName={#Name}
OutputDir=..\..\dist
OutputBaseFilename=ehrenamt-desktop-{#Version}-einrichten
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ShowLanguageDialog=no
ChangesAssociations=yes
CloseApplications=yes

[Languages]
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked
Name: "association"; Description: "{cm:AssocFileExtension,{#Name},.ehrenamt}"

[InstallDelete]
; What an older version had and this one has no more must not stay in the way.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Built}\{#Window}"; DestDir: "{app}"; Flags: ignoreversion
Source: "{#Built}\{#Console}"; DestDir: "{app}"; Flags: ignoreversion
Source: "{#Built}\_internal\*"; DestDir: "{app}\_internal"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Window}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Window}"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.ehrenamt\OpenWithProgids"; ValueType: string; ValueName: "EhrenamtDesktop.Bestand"; ValueData: ""; Flags: uninsdeletevalue; Tasks: association
Root: HKA; Subkey: "Software\Classes\EhrenamtDesktop.Bestand"; ValueType: string; ValueData: "Bestand von {#Name}"; Flags: uninsdeletekey; Tasks: association
Root: HKA; Subkey: "Software\Classes\EhrenamtDesktop.Bestand\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Window},0"; Tasks: association
Root: HKA; Subkey: "Software\Classes\EhrenamtDesktop.Bestand\shell\open\command"; ValueType: string; ValueData: """{app}\{#Window}"" --store ""%1"""; Tasks: association

[Run]
Filename: "{app}\{#Window}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent

; There is no [UninstallDelete]: the stores, backups and papers of the office lie outside {app}
; and stay where they are when the program is removed.
