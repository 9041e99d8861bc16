using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace BacklogHealth.Testing;

/// <summary>A real disk of a few megabytes at a folder, in memory, that can be filled to the last byte. Needs Linux and an account that may mount.</summary>
public sealed class SmallDisk : IDisposable
{
    private const int Piece = 1 << 16;

    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    private string Filler => Path.Combine(_folder, "filler");

    /// <summary>Puts a disk at a folder that is there and empty; null where none can be had.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="megabytes">How much it holds.</param>
    public static SmallDisk? At(string folder, int megabytes) =>
        OperatingSystem.IsLinux() && Succeeds("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", folder) ? new SmallDisk(folder) : null;

    /// <summary>Fills it, and leaves room for so many bytes.</summary>
    public void Fill(int leaving)
    {
        using var file = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in (int[])[Piece, 4096])
        {
            try
            {
                for (var bytes = new byte[size]; ; file.Write(bytes))
                {
                }
            }
            catch (IOException)
            {
                // Full, but for less than that.
            }
        }

        file.SetLength(Math.Max(0, file.Length - leaving));
    }

    /// <summary>Gives all of that room back.</summary>
    public void Free() => File.Delete(Filler);

    /// <inheritdoc/>
    public void Dispose() => Succeeds("umount", "-l", _folder);

    private static bool Succeeds(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
