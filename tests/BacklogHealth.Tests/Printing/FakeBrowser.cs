using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Printing;

/// <summary>A program that is called like a browser and does what a test wants, written as a script.</summary>
internal static class FakeBrowser
{
    /// <summary>What a small printed page looks like, for printf.</summary>
    public const string Pdf = "%%PDF-1.4\\n1 0 obj\\n<</CreationDate (D:20200101000000+00'00')>>\\nendobj\\n<</Type /Pages\\n/Count 1\\n/Kids []>>\\n%%%%EOF\\n";

    /// <summary>Makes it; <c>$pdf</c> is the file that is asked for, <c>$last</c> the address of the page, <c>$here</c> its folder.</summary>
    public static string Doing(TemporaryFolder folder, string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the browsers of these tests are shell scripts");
        var file = folder.File("browser");
        File.WriteAllText(file, $"#!/bin/sh\nhere='{folder.Path}'\nfor a in \"$@\"; do last=$a; case $a in --print-to-pdf=*) pdf=${{a#--print-to-pdf=}};; esac; done\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }
}
