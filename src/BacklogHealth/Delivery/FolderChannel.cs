using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Delivery;

/// <summary>Puts reports into a folder or share, each file whole or not at all.</summary>
internal sealed class FolderChannel : IChannel
{
    /// <inheritdoc/>
    public async Task<Handed> Send(Parcel parcel, DispatchKey key, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(key.Recipient);
            foreach (var file in parcel.Files)
            {
                await DeliverStep.WriteWhole(Path.Combine(key.Recipient, file.Name), file.Content, cancellation);
            }

            return Handed.Accepted(null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A share that is away comes back, a full disk is cleared: it is tried again.
            return Handed.Later($"folder {key.Recipient}: it cannot be written to ({e.Message.TrimEnd('.')}). Expected a folder that this account may write to, with room. Mend it; it is tried again.");
        }
    }
}
