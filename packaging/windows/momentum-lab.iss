; Inno Setup makes the installer of dist\momentum-lab: iscc /DVersion=0.1.0 packaging\windows\momentum-lab.iss
; For one user or for all, as they choose; nothing but what is below is written.

#ifndef Version
  #error Give the version: iscc /DVersion=0.1.0
#endif

[Setup]
AppId={{6B0C6E5C-6C1B-4E0B-9D2B-3F5D2C7B9A41}
AppName=Momentum Lab
AppVersion={#Version}
AppPublisher=Momentum Lab contributors
DefaultDirName={autopf}\Momentum Lab
DefaultGroupName=Momentum Lab
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icons\momentum-lab.ico
UninstallDisplayIcon={app}\momentum-lab.exe
OutputDir=..\..\dist
OutputBaseFilename=momentum-lab-{#Version}-windows-x64
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
ChangesEnvironment=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "..\..\dist\momentum-lab\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[InstallDelete]
; An update must not leave modules of the version before it.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\Momentum Lab"; Filename: "{app}\momentum-lab.exe"
Name: "{autodesktop}\Momentum Lab"; Filename: "{app}\momentum-lab.exe"; Tasks: desktopicon

[Registry]
; In "Open with" of TOML files; what they open with by default is left alone.
Root: HKA; Subkey: "Software\Classes\MomentumLab.Experiment"; ValueType: string; ValueData: "Momentum Lab experiment"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\MomentumLab.Experiment\DefaultIcon"; ValueType: string; ValueData: "{app}\momentum-lab.exe,0"
Root: HKA; Subkey: "Software\Classes\MomentumLab.Experiment\shell\open\command"; ValueType: string; ValueData: """{app}\momentum-lab.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.toml\OpenWithProgids"; ValueType: string; ValueName: "MomentumLab.Experiment"; ValueData: ""; Flags: uninsdeletevalue

[Run]
Filename: "{app}\momentum-lab.exe"; Description: "{cm:LaunchProgram,Momentum Lab}"; Flags: nowait postinstall skipifsilent
